// The map's part: the pane, and what projects the earth.
import { mount as map } from '../map/view.js';
import { came } from '../parts.js';

came('map', { map });
