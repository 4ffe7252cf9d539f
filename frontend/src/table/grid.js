// A table of any length: rows of one height, and only those near the view are built.
import { sayWhen } from '../dates.js';
import { titleOf } from '../data.js';
import { language, t } from '../i18n.js';
import { eventHref, typeName } from '../panels/parts.js';
import { rowAfterKey, rowsInView, scrollTo, sortRows } from './rows.js';

const COLUMNS = ['date', 'event', 'place', 'type', 'status', 'source'];
const HEIGHT = 34;
const TALL = 60;
const NARROW = 560;

/** The text of an element, made plainly: a table makes thousands of them. */
function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/**
 * @param {HTMLElement} root
 * @param {import('../store.js').Store} store
 * @param {import('../data.js').Data} data
 */
export function mountGrid(root, store, data) {
  const grid = new Grid(root, store, data);
  return { show: (rows) => grid.show(rows), mark: () => grid.mark(), resize: () => grid.resize(), destroy: () => grid.destroy() };
}

class Grid {
  /** @param {HTMLElement} root @param {import('../store.js').Store} store @param {import('../data.js').Data} data */
  constructor(root, store, data) {
    this.root = root;
    this.store = store;
    this.data = data;
    this.height = HEIGHT;
    this.waiting = 0;
    this.rows = new Int32Array(0);
    this.sorted = this.rows;
    this.sort = { column: 'date', down: false };
    this.at = 0;
    this.build();
    this.watch = new ResizeObserver(() => this.resize());
    this.watch.observe(root);
  }

  build() {
    this.table = make('table', 'events');
    this.table.append(make('caption', 'sr', t('table.caption')));
    const head = make('tr');
    head.setAttribute('aria-rowindex', '1');
    for (const column of COLUMNS) {
      const cell = make('th', `c-${column}`);
      cell.scope = 'col';
      const button = make('button', '', t(`table.${column}`));
      button.type = 'button';
      button.dataset.sort = column;
      cell.append(button);
      head.append(cell);
    }
    const thead = make('thead');
    thead.append(head);
    this.body = make('tbody');
    this.table.append(thead, this.body);
    this.root.replaceChildren(this.table);
    this.root.addEventListener('scroll', () => this.later(), { passive: true });
    thead.addEventListener('click', (e) => this.clickHead(e));
    this.body.addEventListener('keydown', (e) => this.key(e));
    this.body.addEventListener('focusin', (e) => {
      this.at = Number(e.target.closest('tr')?.dataset.row ?? this.at);
      this.aim();
    });
  }

  destroy() {
    this.watch.disconnect();
    cancelAnimationFrame(this.waiting);
  }

  later() {
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => this.draw());
  }

  show(rows) {
    this.rows = rows;
    this.order();
    this.root.scrollTop = 0;
    this.at = 0;
    this.resize();
  }

  order() {
    const { column, down } = this.sort;
    this.turn = (this.turn ?? 0) + 1;
    this.sorted = column === 'date' && !down ? this.rows : sortRows(this.rows, (e) => this.value(column, e), down, language());
    for (const cell of this.table.querySelectorAll('th')) {
      const on = cell.classList.contains(`c-${column}`);
      if (on) cell.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    }
  }

  /** What a column sorts by; null comes last. */
  value(column, event) {
    const { events } = this.data;
    if (column === 'date') return events.e0[event] ?? events.l1[event];
    if (column === 'status') return events.status[event] + (events.disputed[event] ? 0.5 : 0);
    return this.text(column, event) || null;
  }

  text(column, event) {
    const { events, claims, documents, places } = this.data;
    switch (column) {
      case 'date': return sayWhen(events, event);
      case 'event': return titleOf(this.data, event);
      case 'place': return places[events.where[event]];
      case 'type': return typeName(this.data, events.type[event]);
      case 'status': return this.status(event);
      default: return [...new Set(events.claims[event].map((c) => documents[claims.doc[c]].name))].join(', ');
    }
  }

  status(event) {
    const { events, statuses } = this.data;
    const name = statuses[events.status[event]];
    const words = name === 'asserted' ? [] : [t(`status.${name}`)];
    if (events.disputed[event]) words.push(t('certainty.disputed'));
    return words.join(', ');
  }

  resize() {
    const narrow = this.root.clientWidth < NARROW;
    this.height = narrow ? TALL : HEIGHT;
    this.root.classList.toggle('narrow', narrow);
    this.draw();
  }

  draw() {
    const { scrollTop, clientHeight } = this.root;
    if (!clientHeight) return;
    const { first, last, before, after } = rowsInView({ count: this.sorted.length, height: this.height, top: scrollTop, view: clientHeight });
    const focused = this.body.contains(document.activeElement) ? this.at : -1;
    if (focused >= 0 && (focused < first || focused >= last)) this.root.focus({ preventScroll: true });
    this.table.setAttribute('aria-rowcount', String(this.sorted.length + 1));
    const across = this.root.classList.contains('narrow') ? 2 : COLUMNS.length;
    const look = [this.turn, across, this.height, this.store.get().event].join();
    if (look !== this.look) {
      this.look = look;
      this.body.replaceChildren(spacer(across), spacer(across));
    }
    this.body.firstElementChild.style.height = `${before}px`;
    this.body.lastElementChild.style.height = `${after}px`;
    this.fill(first, last);
    this.aim();
    if (focused >= first && focused < last) this.focus(focused);
  }

  /** Has the rows from `first` up to `last` in it. One that stays is not touched: replaced under the pointer, it would never be clicked. */
  fill(first, last) {
    for (const row of this.body.querySelectorAll('tr[data-row]')) {
      const n = Number(row.dataset.row);
      if (n < first || n >= last) row.remove();
    }
    let next = this.body.firstElementChild.nextElementSibling;
    for (let n = first; n < last; n += 1) {
      if (next.dataset.row === String(n)) next = next.nextElementSibling;
      else this.body.insertBefore(this.row(n), next);
    }
  }

  /** Lets the row that one is at be the one that the tab key reaches. */
  aim() {
    for (const link of this.body.querySelectorAll('a')) link.tabIndex = Number(link.closest('tr').dataset.row) === this.at ? 0 : -1;
  }

  row(n) {
    const event = this.sorted[n];
    const made = make('tr');
    made.dataset.row = String(n);
    made.setAttribute('aria-rowindex', String(n + 2));
    made.style.height = `${this.height}px`;
    for (const column of COLUMNS) made.append(this.cell(column, event));
    if (this.store.get().event === event) made.classList.add('now');
    return made;
  }

  cell(column, event) {
    const text = this.text(column, event);
    if (column !== 'event') {
      const cell = make('td', `c-${column}`);
      cell.append(make('bdi', '', text));
      if (text) cell.title = text;
      return cell;
    }
    const cell = make('th', 'c-event');
    cell.scope = 'row';
    const link = make('a');
    link.href = eventHref(this.data, event);
    link.dataset.event = String(event);
    link.title = text;
    if (this.store.get().event === event) link.setAttribute('aria-current', 'true');
    link.append(make('bdi', '', text));
    cell.append(link, this.under(event));
    return cell;
  }

  /** The second line of a row on a narrow screen. */
  under(event) {
    return make('span', 'under', ['place', 'type', 'status'].map((c) => this.text(c, event)).filter(Boolean).join(' · '));
  }

  mark() {
    const at = this.sorted.indexOf(this.store.get().event ?? -1);
    if (at >= 0) {
      this.root.scrollTop = this.scrolled(at);
      if (!this.body.contains(document.activeElement)) this.at = at;
    }
    this.draw();
  }

  /** Where to scroll for a row, under the head that stays. */
  scrolled(row) {
    const head = this.table.tHead.offsetHeight;
    return scrollTo({ row, height: this.height, top: this.root.scrollTop, view: this.root.clientHeight - head });
  }

  clickHead(event) {
    const column = event.target.closest('[data-sort]')?.dataset.sort;
    if (!column) return;
    this.sort = { column, down: this.sort.column === column && !this.sort.down };
    this.order();
    this.root.scrollTop = 0;
    this.draw();
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = rowAfterKey(event.key, this.at, this.sorted.length, Math.max(1, Math.floor(this.root.clientHeight / this.height) - 1));
    if (next === null) return;
    event.preventDefault();
    this.root.scrollTop = this.scrolled(next);
    this.at = next;
    this.draw();
    this.focus(next);
  }

  focus(row) {
    const link = this.body.querySelector(`tr[data-row="${row}"] a`);
    if (link && link !== document.activeElement) link.focus({ preventScroll: true });
  }
}

/** A row that stands for all those that are not built. */
function spacer(across) {
  const made = make('tr', 'spacer');
  made.setAttribute('aria-hidden', 'true');
  const cell = make('td');
  cell.colSpan = across;
  made.append(cell);
  return made;
}
