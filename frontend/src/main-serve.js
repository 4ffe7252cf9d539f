// The page that `regesta serve` shows: what `regesta publish` writes, and review. It follows what its server says.
import { listen, makeClient, takeToken } from './review/api.js';
import { mount } from './review/view.js';
import { start } from './main.js';
import { tabs } from './views.js';

const client = makeClient();
const hearers = new Set();
let last = null;

/** Tells what the server says, beginning with what it said last. */
function hear(tell) {
  hearers.add(tell);
  if (last) tell(last);
  return () => hearers.delete(tell);
}

takeToken();
tabs.review = (root, store, data) => mount(root, store, data, { client, hear });
start({
  extra(store, data) {
    listen((pulse) => {
      last = pulse ?? last;
      for (const tell of hearers) tell(pulse);
      if (!hearers.size && pulse && pulse.chronicle !== data.hash) location.reload();
    });
  },
});
