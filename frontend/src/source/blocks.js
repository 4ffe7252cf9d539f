// A document on the screen: blocks are built when they come near the view, and emptied when they are far from it.
import { splitBlocks, blockAt } from './split.js';

const NEAR = 1200;
const LINE_HEIGHT = 30;

/**
 * @param {HTMLElement} scroller
 * @param {string} text
 * @param {(start: number, end: number) => Node[]} render gives the paragraphs of a stretch
 */
export function mountBlocks(scroller, text, render) {
  const blocks = splitBlocks(text);
  const body = document.createElement('div');
  body.className = 'src-body';
  const sections = blocks.map((_, n) => {
    const section = document.createElement('div');
    section.className = 'src-block';
    section.dataset.block = String(n);
    return section;
  });
  body.append(...sections);
  scroller.replaceChildren(body);
  const filled = new Set();

  // Asked of the browser once for all: after each height that is set it would have to lay out anew to answer.
  const estimate = () => {
    const line = Math.max(20, body.clientWidth / 8.6);
    sections.forEach((section, n) => { if (!filled.has(n)) section.style.height = `${Math.ceil((blocks[n][1] - blocks[n][0]) / line) * LINE_HEIGHT}px`; });
  };
  const fill = (n) => {
    if (filled.has(n)) return;
    filled.add(n);
    sections[n].replaceChildren(...render(...blocks[n]));
    sections[n].style.height = '';
  };
  const empty = (n) => {
    const section = sections[n];
    if (!filled.has(n) || section.contains(document.activeElement) || holdsSelection(section)) return;
    section.style.height = `${section.offsetHeight}px`;
    section.replaceChildren();
    filled.delete(n);
  };
  estimate();

  const watch = new IntersectionObserver(
    (entries) => entries.forEach((e) => {
      const n = Number(/** @type {HTMLElement} */ (e.target).dataset.block);
      if (e.isIntersecting) fill(n);
      else empty(n);
    }),
    { root: scroller, rootMargin: `${NEAR}px 0px` },
  );
  sections.forEach((section) => watch.observe(section));
  let width = body.clientWidth;
  const resize = new ResizeObserver(() => {
    if (body.clientWidth === width) return;
    width = body.clientWidth;
    estimate();
  });
  resize.observe(scroller);

  return {
    body,
    /** Builds anew the blocks that show any of the stretches. @param {[number, number][]} stretches */
    refresh(stretches) {
      for (const n of filled) {
        const [start, end] = blocks[n];
        if (!stretches.some(([low, high]) => low < end && high > start)) continue;
        const held = keyOf(document.activeElement, sections[n]);
        sections[n].replaceChildren(...render(start, end));
        if (held) focusKey(sections[n], held);
      }
    },
    refreshAll() { this.refresh([[0, text.length]]); },
    /** Builds the block that holds a position and gives it. @param {number} position */
    show(position) {
      const n = blockAt(blocks, position);
      fill(n);
      return sections[n];
    },
    fillAll() { blocks.forEach((_, n) => fill(n)); },
    destroy() {
      watch.disconnect();
      resize.disconnect();
      body.remove();
    },
  };
}

/** @param {HTMLElement} section */
function holdsSelection(section) {
  const selection = document.getSelection();
  return Boolean(selection && !selection.isCollapsed && selection.containsNode(section, true));
}

/**
 * @param {Element | null} element
 * @param {HTMLElement} within
 */
function keyOf(element, within) {
  return element instanceof HTMLElement && within.contains(element) ? element.dataset.at ?? null : null;
}

/**
 * @param {HTMLElement} section
 * @param {string} key
 */
function focusKey(section, key) {
  const found = section.querySelector(`[data-at="${CSS.escape(key)}"]`);
  if (found instanceof HTMLElement) found.focus({ preventScroll: true });
}
