// Markup with every value escaped. The only module that may parse HTML (a test looks).

const SPECIAL = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escape = (value) => String(value).replace(/[&<>"']/g, (character) => SPECIAL[character]);

/**
 * html`<p class="${name}">${child}</p>` as a DocumentFragment. Text is escaped; nodes, fragments and arrays of them are
 * put in as they are; null, undefined and false leave nothing. Attributes must stand in quotes.
 * @returns {DocumentFragment}
 */
export function html(strings, ...values) {
  const nodes = [];
  const put = (value) => {
    if (value === null || value === undefined || value === false) return '';
    if (Array.isArray(value)) return value.map(put).join('');
    if (value instanceof Node) return `<!--@${nodes.push(value) - 1}-->`;
    return escape(value);
  };
  const template = document.createElement('template');
  template.innerHTML = strings.reduce((made, part, n) => made + put(values[n - 1]) + part);
  if (nodes.length) fill(template.content, nodes);
  return template.content;
}

function fill(fragment, nodes) {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (walker.nextNode()) found.push(/** @type {Comment} */ (walker.currentNode));
  for (const comment of found) {
    const number = /^@(\d+)$/.exec(comment.data);
    if (number) comment.replaceWith(nodes[Number(number[1])]);
  }
}

/** The one element of a piece of markup. @returns {HTMLElement} */
export const element = (strings, ...values) => /** @type {HTMLElement} */ (html(strings, ...values).firstElementChild);

const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element with attributes (undefined ones left out) and children. @returns {SVGElement} */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== null) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}
