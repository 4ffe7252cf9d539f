// What stands in which pane. A view is mount(element, store, data) -> { destroy() }; a pane without one is not shown.
import { mount as timeline } from './timeline/view.js';

/** @type {Record<string, null | ((element: HTMLElement, store: import('./store.js').Store, data: import('./data.js').Data) => { destroy(): void })>} */
export const panes = { timeline, map: null, source: null };

/** In the order of the tabs. @type {typeof panes} */
export const tabs = { event: null, table: null, contradictions: null, gaps: null, people: null, network: null };
