// The page that `regesta serve` shows: what `regesta publish` writes, and review.
import { takeToken } from './review/api.js';
import { start } from './main.js';

takeToken();
start();
