// The drawing as a whole: what is laid out where at a zoom, and what a frame draws.
import { sayDay } from '../dates.js';
import { colours } from '../colours.js';
import { conflictsByEvent } from '../data.js';
import { visible } from '../select.js';
import { drawBracket, drawRing, drawStrip, FOLDED, PAD, ROW, SLOT } from './draw.js';
import { labelOf, makeItems } from './items.js';
import { makeLanes } from './lanes.js';
import { DENSE, clustersIn, pack } from './pack.js';
import { makeRuler, readPalette } from './palette.js';
import { HEAD, drawOverview } from './overview.js';
import { makeScale, ticks } from './scale.js';

/** Rows of a lane: where a day is narrow, and where it is wide enough for one to look at a crowd. */
const ROWS = 12, ROWS_NEAR = 40, NEAR = 45, MANY = 2000, DENSITY = 46, REST = 120;

export class Chart {
  /** @param {HTMLElement} scroller @param {HTMLCanvasElement} canvas @param {import('../store.js').Store} store @param {import('../data.js').Data} data */
  constructor(scroller, canvas, store, data) {
    this.scroller = scroller;
    this.canvas = canvas;
    this.store = store;
    this.data = data;
    /** First day and day after the last of everything that is dated, with a margin. @type {[number, number]} */
    this.whole = store.get().window;
    this.ctx = canvas.getContext('2d');
    this.tones = colours(data).tone;
    this.conflicts = conflictsByEvent(data);
    this.folded = new Set();
    this.boxes = [];
    /** @type {import('./draw.js').Strip[]} */
    this.strips = [];
    this.moving = false;
    this.onRest = () => {};
    this.onMove = () => {};
    /** @type {number|undefined} */
    this.hovered = undefined;
    /** @type {number[]|null} */
    this.grown = null;
    this.readStyle();
    this.choose();
  }

  readStyle() {
    this.palette = readPalette(this.ctx);
    const { sans } = this.palette;
    this.fonts = { label: `12.5px ${sans}`, strong: `700 12.5px ${sans}`, run: `600 10.5px ${sans}`, axis: `11.5px ${sans}`, axisStrong: `600 11.5px ${sans}` };
    this.rulers = { label: makeRuler(this.fonts.label), run: makeRuler(this.fonts.run), head: makeRuler(`600 13.5px ${this.palette.serif}`), axis: makeRuler(this.fonts.axisStrong) };
  }

  /** Takes up the events that are shown and the kind of lanes. */
  choose() {
    const state = this.store.get();
    this.items = makeItems(this.data, visible(state, this.data));
    this.labels = new Array(this.items.count);
    this.widths = new Float32Array(this.items.count).fill(-1);
    this.lanes = makeLanes(this.data, this.items, state.lanes);
    this.packedAt = NaN;
    this.overview = null;
    this.itemsOf = null;
  }

  label(n) { return (this.labels[n] ??= labelOf(this.data, this.items, n, this.store.get().lanes)); }

  width(n) {
    if (this.widths[n] < 0) this.widths[n] = this.rulers.label(this.label(n));
    return this.widths[n];
  }

  selected(n) {
    const { event, claim } = this.store.get();
    return event === this.items.event[n] && (this.items.claim[n] < 0 || claim === null || claim === this.items.claim[n]);
  }

  /** Whether something is drawn for the event, and its items. @returns {number[]} */
  drawnItems(event) {
    if (!this.itemsOf) {
      this.itemsOf = new Map();
      for (let n = 0; n < this.items.count; n += 1) {
        const list = this.itemsOf.get(this.items.event[n]);
        if (list) list.push(n); else this.itemsOf.set(this.items.event[n], [n]);
      }
    }
    return this.itemsOf.get(event) ?? [];
  }

  measure() {
    this.W = Math.max(240, this.scroller.clientWidth);
    this.H = Math.max(120, this.scroller.clientHeight);
    this.left = this.W < 620 ? 8 : Math.round(Math.min(180, Math.max(110, this.W * 0.13)));
    this.right = this.W - 14;
  }

  get scale() { return this.scaled; }

  rescale() {
    this.scaled = makeScale(this.store.get().window, this.left, this.right);
    if (!(Math.abs(this.scaled.k - this.packedAt) <= 1e-9 * this.scaled.k)) this.repack();
  }

  repack() {
    const { k } = this.scaled;
    this.packedAt = k;
    this.packs = this.lanes.map((lane) => pack(this.items, lane.items, k, (n) => this.width(n), k > NEAR ? ROWS_NEAR : ROWS));
    this.grown = null;
  }

  /** Heights of the lanes for what is in view; while the view moves they only grow. */
  layout() {
    const name = this.left < 100 ? 18 : 0;
    const grown = this.moving && this.grown ? this.grown : [];
    let y = 0;
    this.strips = this.lanes.map((lane, n) => {
      const folded = this.folded.has(lane.key), packed = this.packs[n];
      const [rows, dense] = this.rowsInView(packed);
      const slots = Math.min(8, lane.rows);
      const bars = folded ? (lane.items.length ? FOLDED : 0) : Math.max(rows * ROW, dense ? DENSITY : 0);
      const ribbon = folded ? Math.min(1, slots) * SLOT : slots * SLOT;
      const least = !name && this.rulers.head(lane.name) > this.left - 44 ? 46 : 30;
      const height = Math.max(grown[n] ?? 0, least, name + PAD * 2 + ribbon + (ribbon ? 3 : 0) + bars);
      const strip = { lane, packed, y, height, slots, rows, folded, dense, name };
      y += height;
      return strip;
    });
    this.grown = this.strips.map((strip) => strip.height);
    this.height = y;
  }

  rowsInView(packed) {
    let rows = 0, dense = false;
    for (const cluster of clustersIn(packed, this.scaled)) {
      if (cluster.mode === DENSE) dense = true;
      else if (cluster.rows > rows) rows = cluster.rows;
    }
    return /** @type {[number, boolean]} */ ([rows, dense]);
  }

  /** Asks for a frame; after 120 ms without another the view is at rest. */
  invalidate({ moving = false } = {}) {
    if (moving) {
      this.moving = true;
      clearTimeout(this.resting);
      this.resting = setTimeout(() => { this.moving = false; this.invalidate(); }, REST);
    }
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => { this.frame = 0; this.draw(); });
  }

  resize() {
    const ratio = this.moving && this.items.count > MANY ? 1 : Math.min(2, globalThis.devicePixelRatio || 1);
    const [w, h] = [Math.round(this.W * ratio), Math.round(this.H * ratio)];
    if (this.canvas.width !== w || this.canvas.height !== h) {
      this.canvas.width = w;
      this.canvas.height = h;
      this.canvas.style.width = `${this.W}px`;
      this.canvas.style.height = `${this.H}px`;
    }
    this.ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  draw() {
    const began = performance.now();
    this.measure();
    this.rescale();
    this.layout();
    this.resize();
    const { ctx } = this;
    ctx.clearRect(0, 0, this.W, this.H);
    ctx.textBaseline = 'alphabetic';
    this.top = HEAD - this.scroller.scrollTop;
    ctx.save();
    ctx.beginPath();
    ctx.rect(0, HEAD, this.W, this.H - HEAD);
    ctx.clip();
    this.drawLanes();
    ctx.globalCompositeOperation = 'destination-over';
    this.dayLine();
    this.grid();
    ctx.globalCompositeOperation = 'source-over';
    ctx.restore();
    drawOverview(this);
    this.axis();
    this.dayFlag();
    this.spent = performance.now() - began;
    if (!this.moving) this.onRest();
    else this.onMove();
  }

  drawLanes() {
    const { ctx } = this;
    this.boxes = [];
    this.strips.forEach((strip, n) => {
      const y = this.top + strip.y;
      if (y > this.H || y + strip.height < HEAD) return;
      const own = /** @type {any} */ (strip).name;
      this.boxes.push(...drawStrip(this, { ...strip, y: y + own, height: strip.height - own }, n));
      ctx.fillStyle = this.palette.line;
      ctx.fillRect(0, y + strip.height - 1, this.W, 1);
    });
    this.brackets();
    for (const box of this.boxes) if (this.selected(box.item)) drawRing(this, box);
    if (this.hovered !== undefined) for (const box of this.boxes) if (box.item === this.hovered) drawRing(this, box, this.palette.mute);
  }

  brackets() {
    const groups = new Map();
    const put = (key, box) => { if (!groups.has(key)) groups.set(key, []); groups.get(key).push(box); };
    for (const box of this.boxes) {
      const event = this.items.event[box.item];
      if (this.items.claim[box.item] >= 0) put(`e${event}`, box);
      for (const conflict of this.conflicts.get(event) ?? []) put(`c${conflict}`, box);
    }
    const seen = new Set();
    for (const boxes of groups.values()) {
      const name = boxes.map((box) => `${box.item}.${box.lane}`).join();
      if (boxes.length > 1 && boxes.length < 7 && !seen.has(name)) { seen.add(name); drawBracket(this, boxes); }
    }
  }

  grid() {
    const { ctx, palette } = this;
    this.marks = ticks(this.scaled);
    for (const [day, , strong] of this.marks) {
      ctx.fillStyle = palette.line;
      ctx.globalAlpha = strong ? 1 : 0.65;
      ctx.fillRect(Math.round(this.scaled.x(day)), HEAD, 1, this.H);
    }
    ctx.globalAlpha = 1;
  }

  axis() {
    const { ctx, palette } = this;
    ctx.fillStyle = palette.mute;
    for (const [day, words, strong] of this.marks) {
      const x = this.scaled.x(day);
      ctx.font = strong ? this.fonts.axisStrong : this.fonts.axis;
      ctx.fillStyle = strong ? palette.ink : palette.mute;
      if (x + this.rulers.axis(words) + 6 < this.W) ctx.fillText(words, x + 4, HEAD - 6);
      ctx.fillStyle = palette.line;
      ctx.fillRect(Math.round(x), HEAD - 14, 1, 14);
    }
    ctx.fillStyle = palette.line;
    ctx.fillRect(0, HEAD - 1, this.W, 1);
  }

  /** The line of the day looked at, under what is drawn. */
  dayLine() {
    const { day } = this.store.get(), x = day === null ? NaN : this.scaled.x(day + 0.5);
    this.dayX = x >= this.left && x <= this.right ? x : NaN;
    this.ctx.fillStyle = this.palette.accent;
    if (!Number.isNaN(this.dayX)) this.ctx.fillRect(x - 0.75, HEAD, 1.5, this.H);
  }

  /** Its date in a flag on the axis. */
  dayFlag() {
    const { ctx, palette, dayX: x } = this;
    if (Number.isNaN(x)) return;
    const { day } = this.store.get();
    ctx.fillStyle = palette.accent;
    ctx.fillRect(x - 0.75, HEAD - 16, 1.5, 16);
    const text = sayDay(day), wide = this.rulers.axis(text) + 12, flip = x + wide > this.W;
    ctx.beginPath();
    ctx.roundRect(flip ? x - wide : x, HEAD - 18, wide, 17, 3);
    ctx.fill();
    ctx.fillStyle = palette.card;
    ctx.font = this.fonts.axisStrong;
    ctx.fillText(text, (flip ? x - wide : x) + 6, HEAD - 5.5);
  }

  /** The box under a point of the canvas, the topmost first. */
  hit(x, y) {
    if (y < HEAD) return null;
    for (let n = this.boxes.length - 1; n >= 0; n -= 1) {
      const box = this.boxes[n];
      const wide = this.width(box.item);
      const room = Math.max(box.x1, box.x0 + 8) + Math.min(wide + 8, 260);
      if (y >= box.y - 3 && y <= box.y + 15 && x >= box.x0 - 4 && x <= room && this.nearest(box, x)) return box;
    }
    return null;
  }

  // Labels end where the next bar of the row begins.
  nearest(box, x) {
    return !this.boxes.some((other) => other !== box && other.y === box.y && other.lane === box.lane && other.x0 > box.x0 && other.x0 - 3 <= x);
  }
}
