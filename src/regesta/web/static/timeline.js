// The drawing: a lane a place; ribbons (who held it) at its head, events below. Redrawn only when the view changes.
const SVG = 'http://www.w3.org/2000/svg';
const SIGN = { planned: '◇ ', denied: '✕ ', reported: '“” ', possible: '? ' };
const ROW = 19, SLOT = 15, FADE = 44, MOST_ROWS = 14, LABEL = 64;

function el(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const key in attributes) if (attributes[key] !== undefined) made.setAttribute(key, attributes[key]);
  made.append(...children);
  return made;
}

const short = (text, most = LABEL) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const hue = (holder) => (holder < 0 ? 'hx' : `h${holder % 8}`);

// First and last day of everything that is dated.
function extent() {
  let low = Infinity, high = -Infinity;
  const take = (day) => { if (day !== null) { low = Math.min(low, day); high = Math.max(high, day + 1); } };
  for (const lane of DATA.lanes) {
    for (const bar of lane.bars) [...bar.start, ...bar.end].forEach(take);
    for (const ribbon of lane.ribbons) for (const [first, last] of ribbon.reigns) { take(first); take(last); }
  }
  if (low > high) return null;
  const margin = Math.max(3, Math.round((high - low) * 0.05));
  return [low - margin, high + margin];
}

// Steps of the axis: days, months or years, about `room` pixels apart.
function ticks([from, to], width) {
  const perTick = (to - from) / Math.max(2, width / 92), found = [];
  const [first] = fromDay(from), [last] = fromDay(to);
  const days = [1, 2, 7, 14].find((n) => n >= perTick);
  if (days) {
    for (let day = Math.ceil(from / days) * days; day < to; day += days) {
      const [, month, date] = fromDay(day);
      found.push([day, `${date} ${DATA.months[month - 1].slice(0, 3)}`, false]);
    }
    return found;
  }
  const months = [1, 2, 3, 6].find((n) => n * 30.4 >= perTick);
  const years = months ? 1 : [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000].find((n) => n * 365.2 >= perTick) || 10000;
  for (let year = Math.floor(first / years) * years; year <= last; year += years) {
    for (let month = 1; month <= 12; month += months || 12) {
      const day = toDay(year, month, 1);
      if (day < from || day >= to) continue;
      found.push([day, month === 1 ? sayYear(year) : DATA.months[month - 1].slice(0, 3), month === 1]);
    }
  }
  return found;
}

class Timeline {
  constructor(host, choose, setDay) {
    Object.assign(this, { host, choose, setDay, day: null, selected: null, whole: extent() });
    this.view = this.whole && [...this.whole];
    this.ruler = document.createElement('canvas').getContext('2d');
    this.svg = el('svg', { class: 'tl', role: 'group', 'aria-label': 'Timeline by place. Arrow keys go from event to event.' });
    this.scale = el('svg', { class: 'scale', 'aria-hidden': 'true' });
    host.append(this.scale, this.svg);
    for (const part of [this.scale, this.svg]) part.addEventListener('click', (e) => this.clicked(e));
    this.svg.addEventListener('keydown', (e) => this.pressed(e));
    this.drag();
  }

  textWidth(text, font = '12.5px system-ui, "Noto Sans", sans-serif') {
    this.ruler.font = font;
    return this.ruler.measureText(text).width;
  }

  draw() {
    const W = Math.max(280, this.host.clientWidth), label = W < 620 ? 0 : Math.min(190, W * 0.15);
    Object.assign(this, { W, left: label });
    const [from, to] = this.view, scale = (W - label - 6) / (to - from);
    this.x = (day) => label + (day - from) * scale;
    this.dayAt = (x) => Math.floor(from + (x - label) / scale);
    const body = el('g', { 'clip-path': 'url(#clip)' }), heads = el('g', {});
    let y = 7;
    for (const lane of DATA.lanes) y = this.lane(lane, y, body, heads);
    const axis = el('g', { class: 'axis', 'aria-hidden': 'true' }), scaleAxis = el('g', { class: 'axis' });
    for (const [day, text, strong] of ticks(this.view, W - label)) {
      const x = this.x(day);
      if (x < label) continue;
      axis.append(el('line', { x1: x, x2: x, y1: 0, y2: y, class: strong ? 'strong' : undefined }));
      scaleAxis.append(el('line', { x1: x, x2: x, y1: 34, y2: 40, class: strong ? 'strong' : undefined }));
      if (x + this.textWidth(text) < W) scaleAxis.append(el('text', { x: x + 4, y: 31, class: strong ? 'strong' : undefined }, text));
    }
    this.now = el('g', { class: 'now', 'aria-hidden': 'true' });
    this.flag = el('g', { class: 'now' });
    this.scale.replaceChildren(scaleAxis, this.flag);
    this.scale.setAttribute('viewBox', `0 0 ${W} 40`);
    this.scale.setAttribute('height', 40);
    this.svg.replaceChildren(this.definitions(y), axis, heads, body, this.now);
    this.svg.setAttribute('viewBox', `0 0 ${W} ${y}`);
    this.svg.setAttribute('height', y);
    this.height = y;
    this.markDay();
    this.markSelected();
  }

  // A name on one line or two, cut where it still does not fit.
  wrap(name) {
    const most = (this.left || this.W) - 12, lines = [''], wide = (text) => this.textWidth(text, '600 13.5px "Noto Serif", Georgia, serif');
    for (const word of name.split(/\s+/)) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (wide(longer) <= most || !lines.at(-1) || lines.length === 2) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines.map((line) => (wide(line) <= most ? line : this.cut(line, most, wide)));
  }

  cut(text, room, wide = (t) => this.textWidth(t)) {
    let most = Math.min(text.length, LABEL);
    while (most > 1 && wide(`${text.slice(0, most)}…`) > room) most = Math.floor(most * 0.9);
    return `${text.slice(0, most)}…`;
  }

  definitions(height) {
    const defs = el('defs', {}, el('clipPath', { id: 'clip' },
      el('rect', { x: this.left, y: 0, width: Math.max(1, this.W - this.left), height })));
    for (const name of ['hx', ...Array.from({ length: 8 }, (_, n) => `h${n}`)]) {
      const pattern = (kind, ...paths) => el('pattern', { id: `${kind}-${name}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
        el('rect', { class: `back ${name}`, width: 6, height: 6 }), ...paths.map((d) => el('path', { class: `hatch ${name}`, d })));
      const rising = 'M-1 1L1 -1M0 6L6 0M5 7L7 5', falling = 'M-1 5L1 7M0 0L6 6M5 -1L7 1';
      const fade = (kind, a, b) => el('linearGradient', { id: `${kind}-${name}` },
        el('stop', { offset: 0, class: `stop ${name}`, 'stop-opacity': a }), el('stop', { offset: 1, class: `stop ${name}`, 'stop-opacity': b }));
      defs.append(pattern('possible', rising), pattern('disputed', rising, falling), fade('in', 0.04, 0.8), fade('out', 0.8, 0.04));
    }
    return defs;
  }

  lane(lane, y, body, heads) {
    heads.append(el('line', { class: 'sep', x1: 0, x2: this.W, y1: y - 4, y2: y - 4 }));
    const name = lane.name || 'place not told';
    const own = this.left ? 0 : 15;
    const title = this.wrap(name);
    const head = el('text', { class: lane.name ? 'place' : 'place none' }, el('title', {}, name));
    title.forEach((line, n) => head.append(el('tspan', { x: 0, y: y + 11 + 15 * n }, line)));
    const fluents = [...new Set(lane.ribbons.map((ribbon) => ribbon.fluent))].join(', ');
    if (!lane.bars.length && fluents && this.left) {
      head.append(el('tspan', { class: 'of', x: 0, y: y + 10 + 15 * title.length }, fluents));
      title.push('');
    }
    heads.append(head);
    const group = el('g', { role: 'group', 'aria-label': name });
    let bottom = y + own;
    for (const ribbon of lane.ribbons) bottom = this.ribbon(ribbon, bottom, group);
    const packed = this.pack(lane.bars);
    for (const [bar, row, box] of packed.placed) this.bar(bar, bottom + 2 + (row % MOST_ROWS) * ROW, box, group);
    body.append(group);
    const rows = Math.min(MOST_ROWS, packed.rows);
    return Math.max(y + 7 + 15 * title.length, bottom + (rows ? 4 + rows * ROW : 4)) + 7;
  }

  // Each holder has a slot of its own while it may hold; how surely may change on the way.
  ribbon(ribbon, y, group) {
    const runs = new Map();
    for (const [first, last, answers] of ribbon.reigns) {
      for (const [holder, certainty] of answers) {
        if (!runs.has(holder)) runs.set(holder, []);
        const run = runs.get(holder).at(-1);
        const piece = [first, last, certainty];
        if (run && run.last !== null && run.last + 1 === first) {
          if (run.pieces.at(-1)[2] === certainty) run.pieces.at(-1)[1] = last; else run.pieces.push(piece);
          run.last = last;
        }
        else runs.get(holder).push({ holder, first, last, pieces: [piece] });
      }
    }
    const slots = [], all = [...runs.values()].flat().sort((a, b) => (a.first ?? -Infinity) - (b.first ?? -Infinity));
    group.append(el('line', { class: 'dots', x1: this.left, x2: this.W, y1: y + SLOT / 2, y2: y + SLOT / 2 }));
    for (const run of all) {
      let slot = slots.findIndex((last) => last < (run.first ?? -Infinity));
      if (slot < 0) slot = slots.length;
      slots[slot] = run.last ?? Infinity;
      this.run(run, y + slot * SLOT, group);
    }
    return y + Math.max(1, slots.length) * SLOT + 2;
  }

  run(run, y, group) {
    const edge = (day, open, end) => (day === null ? open : Math.min(this.W, Math.max(this.left, this.x(day + end))));
    const name = DATA.holders[run.holder], made = el('g', { class: 'run', role: 'img', 'aria-label': name });
    let low = Infinity, high = -Infinity, solid = true;
    for (const [first, last, certainty] of run.pieces) {
      const a = edge(first, this.left, 0), b = edge(last, this.W, 1);
      if (b <= a) continue;
      const fill = certainty === 'certain' ? {} : { fill: `url(#${certainty}-${hue(run.holder)})` };
      const open = first === null && certainty !== 'certain' ? ' open' : '';
      made.append(el('rect', { class: `${certainty === 'certain' ? 'fill' : 'rim'} ${hue(run.holder)}${open}`, x: a, y, width: Math.max(2, b - a), height: SLOT - 2, ...fill }));
      if (certainty !== 'certain') solid = false;
      [low, high] = [Math.min(low, a), Math.max(high, b)];
    }
    if (high <= low) return;
    const text = short(name, Math.floor((high - low - 8) / 6.6));
    if (high - low > 40) made.append(el('text', { class: solid ? 'in' : 'over', x: low + 5, y: y + 10 }, text));
    made.append(el('title', {}, name));
    group.append(made);
  }

  // Rows so that neither bars nor labels meet; without labels where there are too many.
  pack(bars) {
    const place = (labels) => {
      const ends = [], placed = [];
      for (const bar of bars) {
        const box = this.box(bar, labels);
        if (box.to < this.left || box.from > this.W) continue;
        let row = ends.findIndex((end) => end <= box.from);
        if (row < 0) row = ends.length;
        ends[row] = box.to;
        placed.push([bar, row, box]);
      }
      return { placed, rows: ends.length };
    };
    const full = place(true);
    return full.rows > MOST_ROWS ? place(false) : full;
  }

  box(bar, labels) {
    const days = [...bar.start, ...bar.end].filter((day) => day !== null);
    const low = Math.min(...days), high = Math.max(...days) + 1;
    const openLeft = bar.start[0] === null, openRight = bar.end[1] === null;
    const a = this.x(low) - (openLeft ? FADE : 0), b = Math.max(this.x(high) + (openRight ? FADE : 0), a + 5);
    let text = short((bar.disputed ? '⚠ ' : '') + (SIGN[bar.status] || '') + [bar.doers, bar.trigger, bar.others].filter(Boolean).join(' '));
    let width = labels ? this.textWidth(text) + 9 : 0;
    const flip = labels && b + width > this.W && a - width > this.left;
    if (labels && !flip && b + width > this.W && b < this.W) { text = this.cut(text, this.W - b - 8); width = this.textWidth(text) + 9; }
    return { a, b, text: labels ? text : '', flip, openLeft, openRight, from: (flip ? a - width : a) - 4, to: (flip ? b : b + width) + 6 };
  }

  bar(bar, y, box, group) {
    const { a, b } = box, tone = hue(bar.holder), hollow = bar.status !== 'asserted';
    const link = el('a', { class: `ev ${bar.status}`, href: `#${bar.claim}`, tabindex: -1, 'data-c': bar.claim,
      'aria-label': `${bar.said}: ${bar.doers} ${bar.trigger} ${bar.others}${hollow ? `, ${bar.status}` : ''}${bar.disputed ? ', accounts differ' : ''}` });
    const rect = (kind, x, to, extra) => link.append(el('rect', { class: `${kind} ${tone}`, x, y, width: Math.max(1, to - x), height: 12, ...extra }));
    const [s0, s1] = bar.start, [e0, e1] = bar.end;
    if (bar.lasting && s1 !== null && e0 !== null && s1 <= e0) {
      const core = [this.x(s1), this.x(e0 + 1)];
      if (core[0] > a) rect('soft', a, core[0], { fill: `url(#in-${tone})` });
      if (b > core[1]) rect('soft', core[1], b, { fill: `url(#out-${tone})` });
      rect(hollow ? 'hollow' : 'fill', core[0], core[1], { rx: 2 });
    } else if (box.openLeft || box.openRight) {
      rect('soft', a, b, { fill: `url(#${box.openLeft ? 'in' : 'out'}-${tone})` });
      const tip = box.openLeft ? [a + 5, a] : [b - 5, b];
      link.append(el('path', { class: `tip ${tone}`, d: `M${tip[0]} ${y + 2}L${tip[1]} ${y + 6}L${tip[0]} ${y + 10}` }));
      const stop = box.openLeft ? b : a;
      link.append(el('path', { class: `tip ${tone}`, d: `M${stop} ${y}V${y + 12}` }));
    } else if (s0 === e1) {
      rect(hollow ? 'hollow' : 'fill', a, Math.max(b, a + 5), { rx: 1.5 });
    } else {
      rect(hollow ? 'pill hollow' : 'pill', a + 0.5, Math.max(b, a + 9) - 0.5, { rx: 6, fill: `url(#possible-${tone})` });
    }
    link.append(el('rect', { class: 'ring', x: a - 3, y: y - 2.5, width: b - a + 6, height: 17, rx: 4 }));
    if (box.text) link.append(el('text', { x: box.flip ? a - 6 : b + 6, y: y + 10, 'text-anchor': box.flip ? 'end' : undefined }, box.text));
    link.append(el('title', {}, `${bar.said}: ${[bar.doers, bar.trigger, bar.others].filter(Boolean).join(' ')}`));
    group.append(link);
  }

  markDay() {
    this.now.replaceChildren();
    this.flag.replaceChildren();
    if (this.day === null) return;
    const x = this.x(this.day + 0.5);
    if (x < this.left || x > this.W) return;
    const text = sayDay(this.day), flip = x + this.textWidth(text) + 12 > this.W;
    const wide = this.textWidth(text) + 10;
    this.now.append(el('line', { x1: x, x2: x, y1: 0, y2: this.height }));
    this.flag.append(el('line', { x1: x, x2: x, y1: 0, y2: 40 }),
      el('rect', { x: flip ? x - wide : x, y: 0, width: wide, height: 17, rx: 2 }),
      el('text', { x: flip ? x - 5 : x + 5, y: 12.5, 'text-anchor': flip ? 'end' : undefined }, text));
  }

  markSelected() {
    const events = [...this.svg.querySelectorAll('.ev')];
    for (const event of events) {
      const on = event.dataset.c === this.selected;
      event.classList.toggle('sel', on);
      event.setAttribute('tabindex', on ? 0 : -1);
    }
    if (events.length && !events.some((event) => event.dataset.c === this.selected)) events[0].setAttribute('tabindex', 0);
  }

  select(claim) { this.selected = claim; if (this.x) this.markSelected(); }
  show(day) { this.day = day; if (this.x) this.markDay(); }

  zoom(factor, about = this.day ?? (this.view[0] + this.view[1]) / 2) {
    const [from, to] = this.view, centre = Math.min(Math.max(about, from), to);
    if ((to - from) * factor < 4 || (to - from) * factor > 40 * (this.whole[1] - this.whole[0])) return;
    this.view = [centre - (centre - from) * factor, centre + (to - centre) * factor];
    this.draw();
  }

  pan(share) {
    const step = (this.view[1] - this.view[0]) * share;
    this.view = this.view.map((day) => day + step);
    this.draw();
  }

  fit() { this.view = [...this.whole]; this.draw(); }

  // Brings a day into view.
  reveal(day) {
    const [from, to] = this.view;
    if (day < from || day >= to) { this.view = [day - (to - from) / 2, day + (to - from) / 2]; this.draw(); }
  }

  clicked(event) {
    if (this.moved) { event.preventDefault(); return; }
    const link = event.target.closest('.ev');
    if (link) { event.preventDefault(); this.choose(link.dataset.c); return; }
    const box = event.currentTarget.getBoundingClientRect(), x = (event.clientX - box.left) * (this.W / box.width);
    if (x > this.left) this.setDay(this.dayAt(x));
  }

  pressed(event) {
    const events = [...this.svg.querySelectorAll('.ev')], at = events.indexOf(event.target.closest('.ev'));
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (at >= 0 && step) {
      event.preventDefault();
      events[at].setAttribute('tabindex', -1);
      const next = events[Math.min(events.length - 1, Math.max(0, at + step))];
      next.setAttribute('tabindex', 0);
      next.focus();
    } else if (event.key === 'Enter' && at >= 0) { event.preventDefault(); this.choose(events[at].dataset.c); }
    else if (event.key === '+' || event.key === '=') this.zoom(1 / 1.5);
    else if (event.key === '-') this.zoom(1.5);
  }

  drag() {
    let from = null;
    this.svg.addEventListener('pointerdown', (e) => { from = { x: e.clientX, view: [...this.view] }; this.moved = false; });
    addEventListener('pointermove', (e) => {
      if (!from || Math.abs(e.clientX - from.x) < 4) return;
      this.moved = true;
      const step = (from.x - e.clientX) * (from.view[1] - from.view[0]) / (this.W - this.left);
      this.view = from.view.map((day) => day + step);
      this.draw();
    });
    addEventListener('pointerup', () => { from = null; });
    addEventListener('pointercancel', () => { from = null; });
    this.svg.addEventListener('wheel', (e) => {
      if (!e.ctrlKey) return;
      e.preventDefault();
      const box = this.svg.getBoundingClientRect();
      this.zoom(e.deltaY > 0 ? 1.25 : 0.8, this.dayAt((e.clientX - box.left) * (this.W / box.width)));
    }, { passive: false });
  }
}
