// Ties the drawing, the chronology and the words together; every claim and day has an address of its own (#c-…, #d=…).
const $ = (id) => document.getElementById(id);
const root = document.documentElement;
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
let timeline = null;

function make(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function address(hash) { history.replaceState(null, '', `#${hash}`); }

// Brings something into view and moves nothing where it is there already. On a wide screen the source has a scroll
// bar of its own, so that what was clicked stays where it is.
function bring(target) {
  const pane = target.closest('#source'), own = pane && pane.scrollHeight > pane.clientHeight + 4;
  if (own) {
    const box = pane.getBoundingClientRect(), offset = target.getBoundingClientRect().top - box.top;
    if (offset < 0 || offset > Math.min(pane.clientHeight, innerHeight - box.top) - 60) {
      pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 3, behavior: 'instant' });
    }
  }
  const { top, bottom } = target.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  if (own) scrollBy({ top: pane.getBoundingClientRect().top, behavior: calm });
  else target.scrollIntoView({ block: 'center', behavior: calm });
}

// Lights a claim wherever it stands; then brings its words or its entry into view.
function select(claim, towards) {
  const entry = $(claim), anchor = $(`w-${claim}`);
  if (!entry) return;
  for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
  for (const current of document.querySelectorAll('[aria-current]')) current.removeAttribute('aria-current');
  for (const piece of document.querySelectorAll(`#source [data-c~="${CSS.escape(claim)}"]`)) piece.classList.add('lit');
  const words = anchor && anchor.nextElementSibling;
  anchor?.closest('.s')?.classList.add('lit');
  entry.setAttribute('aria-current', 'true');
  timeline?.select(claim);
  address(claim);
  if (towards !== 'words') bring(entry);
  if (towards !== 'entry' && words) bring(words);
  if (towards === 'words') words?.querySelector('a')?.focus({ preventScroll: true });
  if (towards === 'entry') entry.querySelector('.go').focus({ preventScroll: true });
}

function follow(hash) {
  if (/^#d=/.test(hash)) {
    const day = readDay(decodeURIComponent(hash.slice(3)));
    if (day !== null && timeline) setDay(day);
  } else if (/^#w-/.test(hash)) select(hash.slice(3), 'words');
  else if ($(hash.slice(1))?.classList.contains('entry')) select(hash.slice(1), 'both');
  else {
    const target = hash.length > 1 && $(hash.slice(1));
    if (!target) return false;
    for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
    target.classList.add('lit');
    if (target.closest('#source')) { bring(target); address(hash.slice(1)); return true; }
    return false;
  }
  return true;
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!link || link.closest('svg') || event.ctrlKey || event.metaKey) return;
  const hash = link.getAttribute('href');
  if (link.closest('#source') && $(hash.slice(1))?.classList.contains('entry')) { event.preventDefault(); select(hash.slice(1), 'entry'); }
  else if (follow(hash)) event.preventDefault();
});

// ---- on this day
function reignsOn(day) {
  const found = [];
  for (const lane of DATA.lanes) {
    for (const ribbon of lane.ribbons) {
      const reign = ribbon.reigns.find(([first, last]) => (first === null || first <= day) && (last === null || day <= last));
      found.push([lane.name, ribbon.fluent, reign ? reign[2] : []]);
    }
  }
  return found;
}

function setDay(day) {
  timeline.show(day);
  $('day').value = sayDay(day);
  $('day').removeAttribute('aria-invalid');
  $('day-error').textContent = '';
  const list = make('dl', ''), unknown = make('dd', 'unknown');
  for (const [key, fluent, answers] of reignsOn(day)) {
    if (!answers.length) {
      unknown.append(unknown.childNodes.length ? ', ' : '', make('bdi', '', key), ' ', make('small', '', fluent));
      continue;
    }
    const row = make('div', '', make('dt', '', make('bdi', '', key), ' ', make('small', '', fluent)));
    for (const [holder, certainty, claims, spell] of answers) {
      const answer = make('dd', '', make('bdi', `name ink-h${holder % 8}`, DATA.holders[holder]), ' ', make('span', `surely ${certainty}`, certainty));
      for (const claim of claims) {
        const words = $(claim)?.querySelector('.deed')?.textContent;
        if (!words) continue;
        const link = make('a', 'quoted', '“', make('bdi', '', words), '”');
        link.href = `#${claim}`;
        answer.append(' ', link);
      }
      const [since, until] = DATA.spells[spell];
      const words = [since && `since ${since}`, until && `until ${until}`].filter(Boolean).join(', ');
      if (words) answer.append(make('span', 'why', words));
      row.append(answer);
    }
    list.append(row);
  }
  if (unknown.childNodes.length) list.append(make('div', '', make('dt', '', 'unknown'), unknown));
  $('answers').replaceChildren(list);
  address(`d=${isoDay(day)}`);
}

// Days on which some answer changes, in order.
function changes() {
  const days = new Set();
  for (const lane of DATA.lanes) {
    for (const ribbon of lane.ribbons) {
      for (const [first, last] of ribbon.reigns) { if (first !== null) days.add(first); if (last !== null) days.add(last + 1); }
    }
  }
  return [...days].sort((a, b) => a - b);
}

function startTimeline() {
  const held = DATA.lanes.some((lane) => lane.ribbons.length);
  $('timeline').hidden = false;
  timeline = new Timeline($('drawing'), (claim) => select(claim, 'both'), (day) => held && setDay(day));
  if (!timeline.whole) { $('timeline').hidden = true; timeline = null; return; }
  timeline.draw();
  let width = $('drawing').clientWidth;
  new ResizeObserver(() => {
    if ($('drawing').clientWidth !== width) { width = $('drawing').clientWidth; timeline.draw(); }
  }).observe($('drawing'));
  const turns = changes();
  $('zoom-in').onclick = () => timeline.zoom(1 / 1.5);
  $('zoom-out').onclick = () => timeline.zoom(1.5);
  $('earlier').onclick = () => timeline.pan(-0.25);
  $('later').onclick = () => timeline.pan(0.25);
  $('fit').onclick = () => timeline.fit();
  if (!held) { $('day-form').hidden = true; $('answers').hidden = true; return; }
  const go = (day) => { if (day !== undefined) { timeline.reveal(day); setDay(day); } };
  $('day-back').onclick = () => go(turns.filter((day) => day < timeline.day).at(-1));
  $('day-on').onclick = () => go(turns.find((day) => day > timeline.day));
  $('day-form').onsubmit = (event) => { event.preventDefault(); readField(); };
  $('day').onchange = readField;
  const sure = turns.find((day) => reignsOn(day).some(([, , answers]) => answers.some((a) => a[1] === 'certain')));
  if (turns.length) { setDay(sure ?? turns[0]); }
}

function readField() {
  const day = readDay($('day').value);
  if (day === null) {
    $('day').setAttribute('aria-invalid', 'true');
    $('day-error').textContent = 'Write a day as 5 August 1848, 2 August 217 BC or 1848-08-05.';
    return;
  }
  timeline.reveal(day);
  setDay(day);
}

// ---- light and dark
function themed() { return root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'); }

$('theme').hidden = false;
$('theme').textContent = themed() === 'dark' ? 'Light' : 'Dark';
$('theme').onclick = () => {
  root.dataset.theme = themed() === 'dark' ? 'light' : 'dark';
  $('theme').textContent = themed() === 'dark' ? 'Light' : 'Dark';
};

const opened = location.hash;
startTimeline();
if (opened) follow(opened); else history.replaceState(null, '', location.pathname + location.search);
addEventListener('hashchange', () => follow(location.hash));
root.classList.add('ready');
