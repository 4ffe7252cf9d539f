// The text as it was, with its words lit: from an event to its words and from words to their event.
import { colours, toneClass } from '../colours.js';
import { sayWhen } from '../dates.js';
import { element, html } from '../html.js';
import { register, t } from '../i18n.js';
import { bringIntoView } from '../layout.js';
import { eventHref, say, typeName } from '../panels/parts.js';
import { mountBlocks } from './blocks.js';
import { find, prepare } from './hits.js';
import { isWrapped, layersOf, passingLayers } from './layers.js';
import { renderStretch } from './render.js';
import { indexLayers } from './segments.js';
import { strings } from './strings.js';

register(strings);

const STEP = { ArrowRight: 1, n: 1, ArrowLeft: -1, p: -1 };

/**
 * @param {HTMLElement} root
 * @param {import('../store.js').Store} store
 * @param {import('../data.js').Data} data
 */
export function mount(root, store, data) {
  const began = performance.now(), view = new SourceView(root, store, data);
  performance.measure('regesta-text', { start: began });
  return { destroy: () => view.destroy() };
}

class SourceView {
  /** @param {any} root @param {import('../store.js').Store} store @param {import('../data.js').Data} data */
  constructor(root, store, data) {
    this.root = root;
    this.store = store;
    this.data = data;
    this.indexes = layersOf(data);
    this.headings = data.documents.map((_, d) => new Set(data.headings.filter((h) => h[0] === d).map((h) => h[1])));
    const { tone } = colours(data);
    this.tones = new Map(data.holders.map((holder, n) => [holder.entity, toneClass(tone[n])]));
    this.tones.delete(-1);
    this.doc = -1;
    this.hits = /** @type {[number, number][]} */ ([]);
    this.lit = /** @type {{ start: number, end: number }[]} */ ([]);
    this.stopsOf = -1;
    this.stopList = /** @type {number[]} */ ([]);
    this.folded = /** @type {ReturnType<typeof prepare> | null} */ (null);
    this.blocks = /** @type {ReturnType<typeof mountBlocks> | null} */ (null);
    this.hit = -1;
    this.passing = indexLayers([]);
    this.build();
    this.unsubscribe = store.subscribe((state, changed) => this.update(state, changed));
    this.beforePrint = () => this.blocks?.fillAll();
    addEventListener('beforeprint', this.beforePrint);
    const first = store.get();
    this.open(this.documentOf(first) ?? 0);
    if (first.event !== null) this.goToEvent(first);
  }

  destroy() {
    removeEventListener('beforeprint', this.beforePrint);
    this.unsubscribe();
    this.blocks?.destroy();
    this.root.replaceChildren();
  }

  build() {
    const { documents } = this.data;
    this.root.classList.add('src');
    this.root.replaceChildren(html`
      <div class="src-head">
        ${documents.length > 1
          ? html`<label class="src-doc"><span class="sr">${t('source.document')}</span><select>${documents.map((d, n) => html`<option value="${n}">${d.name}</option>`)}</select></label>`
          : html`<bdi class="src-name">${documents[0]?.name ?? ''}</bdi>`}
        <form class="src-find" role="search">
          <input type="search" aria-label="${t('source.find')}" placeholder="${t('source.find')}" autocomplete="off" spellcheck="false">
          <output class="src-hits"></output>
          <button type="button" data-hit="-1" aria-label="${t('source.previous')}" disabled>↑</button>
          <button type="button" data-hit="1" aria-label="${t('source.next')}" disabled>↓</button>
        </form>
      </div>
      <div class="src-text" tabindex="0" role="region" aria-label="${t('source.text')}" aria-describedby="src-keys"></div>
      <p class="sr" id="src-keys">${t('source.keys')}</p>
      <aside class="src-note" role="status" hidden></aside>`);
    this.scroller = this.root.querySelector('.src-text');
    this.note = this.root.querySelector('.src-note');
    this.input = this.root.querySelector('.src-find input');
    this.listen();
  }

  listen() {
    this.root.querySelector('select')?.addEventListener('change', (e) => this.open(Number(e.target.value)));
    this.input.addEventListener('input', () => this.search());
    this.root.querySelector('form').addEventListener('submit', (e) => { e.preventDefault(); this.step(1); });
    this.input.addEventListener('keydown', (e) => {
      if (e.key === 'Enter' && e.shiftKey) { e.preventDefault(); this.step(-1); }
    });
    for (const button of this.root.querySelectorAll('[data-hit]')) {
      button.addEventListener('click', () => this.step(Number(button.dataset.hit)));
    }
    this.scroller.addEventListener('click', (e) => this.click(e));
    this.scroller.addEventListener('keydown', (e) => this.key(e));
  }

  /** The document that the state asks for; null where it asks for none. */
  documentOf(state) {
    if (state.words) return state.words[0];
    const claim = state.claim ?? (state.event === null ? null : this.data.events.claims[state.event][0]);
    return claim === null || claim === undefined ? null : this.data.claims.doc[claim];
  }

  open(doc) {
    if (doc === this.doc || !this.data.documents[doc]) return;
    this.doc = doc;
    this.blocks?.destroy();
    this.folded = null;
    const select = this.root.querySelector('select');
    if (select) select.value = String(doc);
    const { text, language } = this.data.documents[doc];
    this.scroller.lang = language;
    this.scroller.dataset.document = String(doc);
    this.scroller.classList.toggle('flows', isWrapped(text));
    this.refreshPassing();
    this.blocks = mountBlocks(this.scroller, text, (start, end) => this.render(start, end));
    this.scroller.scrollTop = 0;
    if (this.input.value) this.search();
  }

  render(start, end) {
    const { data } = this;
    const { event } = this.store.get();
    return renderStretch({
      text: data.documents[this.doc].text,
      start,
      end,
      layers: (low, high) => [...this.indexes[this.doc].between(low, high), ...this.passing.between(low, high)],
      headings: this.headings[this.doc],
      chosen: new Set(event === null ? [] : data.events.claims[event]),
      href: (claim) => eventHref(data, data.claims.event[claim]),
      title: (layer) => this.title(layer),
      tone: (claim) => this.tone(claim),
    });
  }

  /** The colour of whoever did it, if they hold something anywhere: that of the map and of the ribbons. */
  tone(claim) {
    const event = this.data.claims.event[claim];
    const doer = event < 0 ? undefined : this.data.events.actors[event].find((entity) => this.tones.has(entity));
    return doer === undefined ? '' : this.tones.get(doer);
  }

  title({ kind, ref }) {
    const { data } = this;
    if (kind === 'trigger') return [typeName(data, data.claims.type[ref]), sayWhen(data.claims, ref)].join(' · ');
    if (kind === 'unresolved') return t('source.unresolved');
    if (kind === 'gap') return data.gaps[ref].kind === 'unresolved-reference' ? '' : say(`gap.${data.gaps[ref].kind}`, data.gaps[ref].kind);
    if (kind === 'cite') return data.citations[ref][4] ? t('source.orphan') : '';
    return '';
  }

  refreshPassing() {
    const state = this.store.get();
    const layers = passingLayers(this.data, { doc: this.doc, event: state.event, words: state.words ?? null, hits: this.hits, hit: this.hit });
    this.passing = indexLayers(layers);
    return layers;
  }

  update(state, changed) {
    if (!changed.some((key) => ['event', 'claim', 'words'].includes(key))) return;
    const asked = this.documentOf(state);
    if (asked !== null && asked !== this.doc) this.open(asked);
    const before = this.passing.sorted;
    const after = this.refreshPassing();
    this.blocks?.refresh([...before, ...after, ...this.litLayers(state)].map((l) => [l.start, l.end]));
    if (changed.includes('words') && state.words) {
      // After all who listen: the pane may be hidden behind the reading pane until then.
      queueMicrotask(() => {
        bringIntoView(this.root);
        this.show(state.words[1], '.asked');
      });
    } else if (changed.includes('event') || changed.includes('claim')) this.goToEvent(state);
  }

  /** The words of the chosen event that may stand outside its sentences. */
  litLayers(state) {
    const { claims } = this.data;
    const before = this.lit ?? [];
    this.lit = (state.event === null ? [] : this.data.events.claims[state.event])
      .filter((c) => claims.doc[c] === this.doc)
      .flatMap((c) => [[claims.start[c], claims.end[c]], [claims.t0[c], claims.t1[c]], ...claims.roles[c].map((r) => [r[1], r[2]])])
      .filter(([start]) => start !== null)
      .map(([start, end]) => ({ start, end }));
    return [...before, ...this.lit];
  }

  goToEvent(state) {
    if (state.event === null) return;
    const claim = state.claim ?? this.data.events.claims[state.event][0];
    if (this.data.claims.doc[claim] === this.doc) this.show(this.data.claims.start[claim], `[data-claim="${claim}"]`);
  }

  /** Brings a position into view, unless it is well in view already. */
  show(position, selector) {
    const section = this.blocks.show(position);
    const found = section.querySelector(selector) ?? section;
    const box = found.getBoundingClientRect();
    const frame = this.scroller.getBoundingClientRect();
    if (box.top > frame.top + 40 && box.bottom < frame.bottom - 60) return found;
    this.scroller.scrollTop += box.top - frame.top - frame.height / 3;
    return found;
  }

  click(event) {
    const at = event.target.closest('[data-claim], [data-cite]');
    if (!at) return;
    if (at.dataset.cite !== undefined) {
      this.explain(Number(at.dataset.cite));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const claim = Number(at.dataset.claim);
    if (this.data.claims.event[claim] < 0) return;
    this.store.set({ event: this.data.claims.event[claim], claim, words: null, tab: 'event' });
    bringIntoView(document.getElementById('pane-side'));
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && !this.note.hidden) { this.note.hidden = true; return; }
    if ((event.key === 'Enter' || event.key === ' ') && event.target.dataset?.cite !== undefined) {
      event.preventDefault();
      this.explain(Number(event.target.dataset.cite));
      return;
    }
    const step = STEP[event.key];
    if (!step) return;
    event.preventDefault();
    this.walk(event.target, step);
  }

  /** Focus to the next (or previous) deed or marker after the one that has it. */
  walk(from, step) {
    const stops = this.stops();
    const position = from.dataset?.at === undefined ? this.topPosition() : Number(from.dataset.at);
    const next = step > 0 ? stops.find((p) => p > position) : stops.findLast((p) => p < position);
    if (next === undefined) return;
    const found = this.show(next, `[data-at="${next}"]`);
    found.focus({ preventScroll: true });
  }

  stops() {
    if (this.stopsOf === this.doc) return this.stopList;
    const { claims: { doc, start }, citations } = this.data, triggers = start.filter((_, c) => doc[c] === this.doc);
    const cites = citations.filter((c) => c[0] === this.doc).map((c) => c[1]);
    this.stopList = [...new Set([...triggers, ...cites])].sort((a, b) => a - b);
    this.stopsOf = this.doc;
    return this.stopList;
  }

  topPosition() {
    const top = this.scroller.getBoundingClientRect().top;
    const first = [...this.scroller.querySelectorAll('[data-at]')].find((e) => e.getBoundingClientRect().top >= top);
    return first ? Number(first.dataset.at) - 1 : -1;
  }

  explain(citation) {
    const [doc, start, end, label, orphan] = this.data.citations[citation];
    const found = Object.hasOwn(this.data.references[doc], label) ? this.data.references[doc][label] : null;
    const marker = this.data.documents[doc].text.slice(start, end);
    const close = element`<button type="button" aria-label="${t('source.close')}">✕</button>`;
    close.addEventListener('click', () => { this.note.hidden = true; });
    this.note.replaceChildren(html`<p><b class="label">${marker}</b> ${found ? html`<bdi>${found}</bdi>` : t('source.noreference')}${orphan ? html` <span class="flag">${t('source.orphan')}</span>` : null}</p>${close}`);
    this.note.hidden = false;
  }

  search() {
    const text = this.data.documents[this.doc].text;
    this.folded ??= prepare(text);
    this.hits = find(this.folded, this.input.value);
    this.hit = this.hits.length ? 0 : -1;
    const top = this.topPosition();
    const here = this.hits.findIndex(([start]) => start >= top);
    if (here > 0) this.hit = here;
    this.showHit();
  }

  step(by) {
    if (!this.hits.length) return;
    this.hit = (this.hit + by + this.hits.length) % this.hits.length;
    this.showHit();
  }

  showHit() {
    const count = this.hits.length;
    const said = count ? t('source.hit', { n: this.hit + 1, of: count }) : t('source.nohit');
    this.root.querySelector('.src-hits').textContent = this.input.value.trim() ? said : '';
    for (const button of this.root.querySelectorAll('[data-hit]')) button.disabled = !count;
    this.refreshPassing();
    this.blocks.refreshAll();
    if (count) this.show(this.hits[this.hit][0], '.hit-now');
  }
}
