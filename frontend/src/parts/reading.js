// The part of the tab that is open at first: one event.
import { mount as event } from '../detail/view.js';
import { came } from '../parts.js';

came('reading', { event });
