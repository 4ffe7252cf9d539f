// What the first screen does not need comes when it is first asked for: scripts, styles and words that stand beside the
// page, or, in a page that is one file, as text within it. Classic scripts, for modules do not run from a disk.

const coming = new Map();
const parts = new Map();

/** A file of the page that cannot be loaded; the message is its name. */
export class Missing extends Error {}

/** A script says what it brought. @param {string} name @param {Record<string, any>} views */
export function came(name, views) { parts.set(name, views); }

/** The views of a part that has come, or nothing. @param {string} name @returns {Record<string, any>|undefined} */
export const part = (name) => parts.get(name);

const STYLE = { reading: 'panels' };

/** Brings a part, script and style, once. @param {string} name */
export async function bringPart(name) {
  await Promise.all([bring(`${STYLE[name] ?? name}.css`), bring(`${name}.js`)]);
}

/** Brings a file of the page, once. @param {string} file @returns {Promise<void>} */
export function bring(file) {
  if (!coming.has(file)) coming.set(file, fetchFile(file));
  return coming.get(file);
}

function fetchFile(file) {
  const within = document.getElementById(`part-${file}`), isStyle = file.endsWith('.css');
  const made = /** @type {any} */ (document.createElement(isStyle ? (within ? 'style' : 'link') : 'script'));
  if (within) {
    made.textContent = within.textContent;
    document.head.append(made);
    return Promise.resolve();
  }
  return new Promise((done, fail) => {
    made.addEventListener('load', () => done());
    made.addEventListener('error', () => fail(new Missing(file)));
    if (isStyle) { made.rel = 'stylesheet'; made.href = file; } else made.src = file;
    document.head.append(made);
  });
}
