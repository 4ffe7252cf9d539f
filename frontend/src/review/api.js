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

export const hasToken = () => sessionStorage.getItem(KEY) !== null;

/** What the server says of a request that it refuses. */
export class Refusal extends Error {
  /** @param {number} status @param {string} detail */
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** @typedef {{ version: string, chronicle: string, is_built: boolean, changed_sources: string[], trouble: string,
 *   rebuild: { state: string, source: string, done: number, total: number, message: string } }} Pulse */

/** One browser at the desk: it remembers the version that it has seen, and writes on that one only. */
export function makeClient() {
  let version = '';

  async function ask(path, options = {}) {
    let answer;
    try {
      answer = await fetch(path, { cache: 'no-cache', ...options });
    } catch {
      throw new Refusal(0, '');
    }
    const body = await answer.json();
    if (!answer.ok) throw new Refusal(answer.status, body.detail);
    return { body, mark: (answer.headers.get('ETag') ?? '').replace(/^W\//, '').replaceAll('"', '') };
  }

  /** Reads; the version of what is read counts from now on. @param {string} path @returns {Promise<any>} */
  async function read(path) {
    const { body, mark } = await ask(path);
    if (mark) version = mark;
    return body;
  }

  /** @param {string} method @param {string} path @param {any} [value] @returns {Promise<any>} */
  async function write(method, path, value) {
    const headers = { Authorization: `Bearer ${sessionStorage.getItem(KEY)}`, 'If-Match': `"${version}"`, 'Content-Type': 'application/json' };
    const { body } = await ask(path, { method, headers, body: value === undefined ? undefined : JSON.stringify(value) });
    if (path.startsWith('api/corrections')) version = body.version;
    return body;
  }

  return {
    version: () => version,
    read,
    correct: (correction) => write('POST', 'api/corrections', correction),
    undo: (id) => write('DELETE', `api/corrections/${encodeURIComponent(id)}`),
    rebuild: () => write('POST', 'api/rebuild'),
  };
}

/**
 * Tells what the server says of itself, now and whenever it changes, until the page goes; null while it cannot be reached.
 * @param {(pulse: Pulse | null) => void} tell
 */
export function listen(tell) {
  const source = new EventSource('api/live');
  source.addEventListener('message', (event) => tell(JSON.parse(event.data)));
  source.addEventListener('error', () => tell(null));
  addEventListener('pagehide', () => source.close());
  return () => source.close();
}
