// The script of the page. What it needs at once is in it; the rest comes in the parts of src/parts/.
import './panels/parts.js'; // which several parts share
import { start } from './main.js';

start();
