// What stands in which pane. A view is mount(element, store, data) -> { destroy() }; a pane without one is not shown.
import { mount as event } from './detail/view.js';
import { mount as network } from './network/view.js';
import { mount as map } from './map/view.js';
import { mountContradictions as contradictions, mountGaps as gaps } from './notes/view.js';
import { mount as people } from './people/view.js';
import { mount as source } from './source/view.js';
import { mount as table } from './table/view.js';
import { mount as timeline } from './timeline/view.js';

/** @type {Record<string, null | ((element: HTMLElement, store: import('./store.js').Store, data: import('./data.js').Data) => { destroy(): void })>} */
export const panes = { timeline, map, source };

/** In the order of the tabs. @type {typeof panes} */
export const tabs = { event, table, contradictions, gaps, people, network };
