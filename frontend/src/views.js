// What stands in which pane. A view is mount(element, store, data) -> { destroy() }; most come with a part of their own.
import { element as make } from './html.js';
import { t } from './i18n.js';
import { Missing, bringPart, part } from './parts.js';
import { mount as timeline } from './timeline/view.js';

/** @typedef {(element: HTMLElement, store: import('./store.js').Store, data: import('./data.js').Data) => { destroy(): void }} Mount */

/** A view that is mounted as soon as its part is here, and the words of the sources where it shows any. */
const later = (name, view, { words = true } = {}) => /** @type {Mount} */ ((element, store, data) => {
  let mounted = null, gone = false;
  const mount = () => { if (!gone) mounted = part(name)[view](element, store, data); };
  if (part(name) && (data.hasTexts() || !words)) mount();
  else {
    element.setAttribute('aria-busy', 'true');
    Promise.all([bringPart(name), words && data.texts()]).then(mount, (error) => { if (!gone) element.append(sayWrong(error)); }).finally(() => element.removeAttribute('aria-busy'));
  }
  return { destroy() { gone = true; mounted?.destroy(); } };
});

/** What a reader is told of an error: which file of the page is not there, or what else is wrong. @param {Error} error */
export const sayWrong = (error) => make`<p class="wrong" role="alert">${error instanceof Missing ? t('frame.missing', { file: error.message }) : error.message}</p>`;

/** @type {Record<string, Mount>} */
export const panes = { timeline, map: later('map', 'map', { words: false }), source: later('source', 'source') };

const panels = (view) => later('panels', view);

/** In the order of the tabs. @type {Record<string, Mount>} */
export const tabs = { event: later('reading', 'event'), table: panels('table'), contradictions: panels('contradictions'), gaps: panels('gaps'), people: panels('people'), network: panels('network') };

/** Adds what only the page of a server has, once its part is here. */
export async function addReview() {
  await bringPart('review');
  const { review, ...rest } = part('review');
  tabs.review = /** @type {Mount} */ (review);
  return rest;
}
