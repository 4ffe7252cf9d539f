// "Cite this": the passage, the source, the version and the address, ready to copy.
import { quote } from '../data.js';
import { element } from '../html.js';
import { t } from '../i18n.js';
import { lineOf } from '../panels/parts.js';
import { asBibtex, asCsl, asText } from './cite.js';

const FORMS = { text: asText, bibtex: asBibtex, csl: asCsl };

/**
 * What is cited of an account.
 * @param {import('../data.js').Data} data
 * @param {number} claim
 * @param {string} base the page's address without what follows #
 */
export function passageOf(data, claim, base) {
  const { claims } = data;
  const doc = claims.doc[claim];
  const event = claims.event[claim];
  const address = event < 0 ? claims.id[claim] : `e=${data.events.id[event]}&c=${claims.id[claim]}`;
  return {
    id: claims.id[claim],
    quote: quote(data, [doc, claims.s0[claim], claims.s1[claim]]),
    source: data.documents[doc].name,
    line: lineOf(data, doc, claims.start[claim]),
    sha256: data.documents[doc].sha256,
    markers: claims.citations[claim],
    title: data.title,
    hash: data.hash,
    version: data.regesta,
    url: `${base}#${address}`,
  };
}

/**
 * @param {import('../data.js').Data} data
 * @param {number} claim
 */
export function citeBox(data, claim) {
  const box = element`
    <details class="cite-box">
      <summary>${t('cite.title')}</summary>
      <div class="cite-forms">
        <label>${t('cite.form')} <select>
          <option value="text">${t('cite.text')}</option><option value="bibtex">BibTeX</option><option value="csl">CSL-JSON</option>
        </select></label>
        <button type="button">${t('cite.copy')}</button>
        <span role="status"></span>
      </div>
      <textarea readonly rows="5" spellcheck="false" aria-label="${t('cite.words')}"></textarea>
    </details>`;
  const [form, area] = [box.querySelector('select'), box.querySelector('textarea')];
  const fill = () => {
    const passage = passageOf(data, claim, location.href.replace(/#.*$/s, ''));
    area.value = FORMS[form.value](passage, t);
  };
  box.addEventListener('toggle', fill);
  form.addEventListener('change', fill);
  box.querySelector('button').addEventListener('click', async () => {
    const done = await copy(area);
    box.querySelector('[role=status]').textContent = t(done ? 'cite.copied' : 'cite.select');
  });
  return box;
}

/** Whether it is in the clipboard; the words are selected in any case. @param {HTMLTextAreaElement} area */
async function copy(area) {
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}
