// The page that `regesta publish` writes.
import { start } from './main.js';

start();
