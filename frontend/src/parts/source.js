// The source's part.
import { came } from '../parts.js';
import { mount as source } from '../source/view.js';

came('source', { source });
