// Days as Julian day numbers (proleptic Gregorian), as in model/calendars.py.
const DATA = JSON.parse(document.getElementById('data').textContent);

function toDay(year, month, day) {
  const shift = Math.floor((14 - month) / 12), y = year + 4800 - shift, m = month + 12 * shift - 3;
  return day + Math.floor((153 * m + 2) / 5) + 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) - 32045;
}

function fromDay(jdn) {
  const a = jdn + 32044, b = Math.floor((4 * a + 3) / 146097), c = a - Math.floor(146097 * b / 4);
  const d = Math.floor((4 * c + 3) / 1461), e = c - Math.floor(1461 * d / 4), m = Math.floor((5 * e + 2) / 153);
  return [100 * b + d - 4800 + Math.floor(m / 10), m + 3 - 12 * Math.floor(m / 10), e - Math.floor((153 * m + 2) / 5) + 1];
}

function sayYear(year) {
  return year <= 0 ? `${1 - year} BC` : year < 100 ? `AD ${year}` : String(year);
}

function sayDay(jdn) {
  const [year, month, day] = fromDay(jdn);
  return `${day} ${DATA.months[month - 1]} ${sayYear(year)}`;
}

function isoDay(jdn) {
  const [year, month, day] = fromDay(jdn), two = (n) => String(n).padStart(2, '0');
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

// `1848-08-05`, `-0216-08-02`, `5 August 1848`, `2 August 217 BC`; null where it is none of these or no such day.
function readDay(text) {
  const iso = /^(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(text.trim());
  let parts = iso && [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  if (!parts) {
    const words = /^(\d{1,2})\s+(\p{L}+)\s+(?:AD\s+)?(\d{1,6})(\s+BC)?$/iu.exec(text.trim());
    if (!words) return null;
    const name = words[2].toLowerCase();
    const month = DATA.months.findIndex((m) => m.toLowerCase().startsWith(name)) + 1;
    if (name.length < 3 || !month) return null;
    parts = [words[4] ? 1 - Number(words[3]) : Number(words[3]), month, Number(words[1])];
  }
  const jdn = toDay(...parts);
  return fromDay(jdn).every((n, i) => n === parts[i]) ? jdn : null;
}
