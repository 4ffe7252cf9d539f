// The part of the other tabs.
import { mount as network } from '../network/view.js';
import { mountContradictions as contradictions, mountGaps as gaps } from '../notes/view.js';
import { came } from '../parts.js';
import { mount as people } from '../people/view.js';
import { mount as table } from '../table/view.js';

came('panels', { table, contradictions, gaps, people, network });
