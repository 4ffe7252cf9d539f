// Talks to the server that served the page. What it refuses is an error whose message is what the server says.

const KEY = 'regesta-token';

/** Keeps the token of the address (#token=…) for this tab, and takes it out of the address, which may be passed on. */
export function takeToken() {
  const parts = location.hash.slice(1).split('&');
  const given = parts.find((part) => part.startsWith('token='));
  if (!given) return;
  sessionStorage.setItem(KEY, given.slice('token='.length));
  const left = parts.filter((part) => part !== given).join('&');
  history.replaceState(null, '', left ? `#${left}` : location.pathname + location.search);
}
