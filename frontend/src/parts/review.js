// The part of the page that `regesta serve` shows and `regesta publish` never writes. It follows what its server says.
import { came } from '../parts.js';
import { listen, makeClient, takeToken } from '../review/api.js';
import { mount } from '../review/view.js';

const client = makeClient();
const hearers = new Set();
let last = null;

/** Tells what the server says, beginning with what it said last. */
function hear(tell) {
  hearers.add(tell);
  if (last) tell(last);
  return () => hearers.delete(tell);
}

function follow(store, data) {
  listen((pulse) => {
    last = pulse ?? last;
    for (const tell of hearers) tell(pulse);
    if (!hearers.size && pulse && pulse.chronicle !== data.hash) location.reload();
  });
}

came('review', { takeToken, follow, review: (root, store, data) => mount(root, store, data, { client, hear }) });
