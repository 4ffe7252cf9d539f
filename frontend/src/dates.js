// Days are Julian day numbers (proleptic Gregorian), as in model/calendars.py. Their words are those of wording.py.
import { language, t } from './i18n.js';

export function toDay(year, month, day) {
  const shift = Math.floor((14 - month) / 12), y = year + 4800 - shift, m = month + 12 * shift - 3;
  return day + Math.floor((153 * m + 2) / 5) + 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) - 32045;
}

/** Year (astronomical: 0 is 1 BC), month, day. @returns {[number, number, number]} */
export function fromDay(jdn) {
  const a = jdn + 32044, b = Math.floor((4 * a + 3) / 146097), c = a - Math.floor(146097 * b / 4);
  const d = Math.floor((4 * c + 3) / 1461), e = c - Math.floor(1461 * d / 4), m = Math.floor((5 * e + 2) / 153);
  return [100 * b + d - 4800 + Math.floor(m / 10), m + 3 - 12 * Math.floor(m / 10), e - Math.floor((153 * m + 2) / 5) + 1];
}

const lengthOf = (year, month) => toDay(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - toDay(year, month, 1);

export function sayYear(year) {
  if (year <= 0) return t('date.bc', { year: String(1 - year) });
  return year < 100 ? t('date.ad', { year: String(year) }) : String(year);
}

const sayDate = (day) => (day === 1 ? t('date.first') : String(day));

export function sayDay(jdn) {
  const [year, month, day] = fromDay(jdn);
  return `${sayDate(day)} ${t('date.months')[month - 1]} ${sayYear(year)}`;
}

export function sayShortDay(jdn) {
  const [, month, day] = fromDay(jdn);
  return `${sayDate(day)} ${t('date.short')[month - 1]}`;
}

export const sayMonth = (month) => t('date.short')[month - 1];

export function isoDay(jdn) {
  const [year, month, day] = fromDay(jdn), two = (n) => String(n).padStart(2, '0');
  const told = Math.abs(year) > 9999 ? `Y${year}` : `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
  return `${told}-${two(month)}-${two(day)}`;
}

/** EDTF of bounds, as model/lookup.py writes it. @param {number|null} low @param {number|null} high */
export function edtfOf(low, high, lasting) {
  if (low === null && high === null) return null;
  if (low === null || high === null) return `${low === null ? '..' : isoDay(low)}/${high === null ? '..' : isoDay(high)}`;
  const [year, month, day] = fromDay(low), [lastYear, lastMonth, lastDay] = fromDay(high);
  if (low !== high && year === lastYear && day === 1 && lastDay === lengthOf(lastYear, lastMonth)) {
    if (month === lastMonth) return isoDay(low).slice(0, -3);
    if (month === 1 && lastMonth === 12) return isoDay(low).slice(0, -6);
  }
  return low === high ? isoDay(low) : lasting ? `${isoDay(low)}/${isoDay(high)}` : `[${isoDay(low)}..${isoDay(high)}]`;
}

/** `1848-08-05`, `-0216-08-02`, `5 August 1848`, `2 août 217 av. J.-C.`; null where it is none of these or no such day. */
export function readDay(text) {
  const iso = /^Y?(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(text.trim());
  const parts = iso ? [Number(iso[1]), Number(iso[2]), Number(iso[3])] : readWords(text.trim());
  if (!parts) return null;
  const jdn = toDay(parts[0], parts[1], parts[2]);
  return fromDay(jdn).every((n, i) => n === parts[i]) ? jdn : null;
}

function readWords(text) {
  const words = /^(\d{1,2})(?:er)?\s+(\p{L}+)\.?\s+(?:AD\s+)?(\d{1,6})(?:\s+(BC|av\. J\.-C\.|AD|apr\. J\.-C\.))?$/iu.exec(text);
  if (!words) return null;
  const name = words[2].toLowerCase();
  const month = t('date.months').findIndex((m) => m.toLowerCase().startsWith(name)) + 1;
  if (name.length < 3 || !month) return null;
  const year = Number(words[3]);
  return [/^(bc|av)/i.test(words[4] ?? '') ? 1 - year : year, month, Number(words[1])];
}

// A whole month or year that the bounds fill, in words; null where they fill none.
function sayUnit(low, high) {
  const [year, month, day] = fromDay(low), [lastYear, lastMonth, lastDay] = fromDay(high);
  if (low === high) return sayDay(low);
  if (year !== lastYear || day !== 1 || lastDay !== lengthOf(lastYear, lastMonth)) return null;
  if (month === lastMonth) return `${t('date.months')[month - 1]} ${sayYear(year)}`;
  return month === 1 && lastMonth === 12 ? sayYear(year) : null;
}

/** When a moment falls: `31 October 1870`, `October 1870`, `between …`, `after …`, `by …`, `undated`. */
export function sayBounds(low, high) {
  if (low === null && high === null) return t('date.undated');
  if (high === null) {
    const [year, month, day] = fromDay(low);
    return month === 1 && day === 1 ? t('date.after.year', { from: sayYear(year) }) : t('date.after', { from: sayDay(low) });
  }
  if (low === null) {
    const [year, month, day] = fromDay(high);
    return month === 12 && day === 31 ? t('date.by.year', { to: sayYear(year) }) : t('date.by', { to: sayDay(high) });
  }
  return sayUnit(low, high) ?? t('date.between', { from: sayDay(low), to: sayDay(high) });
}

function sayLasting(e0, l1) {
  if (e0 === null && l1 === null) return t('date.undated');
  if (l1 === null) return t('date.on', { from: sayDay(e0) });
  if (e0 === null) return t('date.until', { to: sayDay(l1) });
  return sayUnit(e0, l1) ?? t('date.from', { from: sayDay(e0), to: sayDay(l1) });
}

/**
 * The date of event (or claim) `n` of a table: in English as the chronicle says it, in other languages from its days.
 * @param {{said: string[], e0: Days, e1: Days, l0: Days, l1: Days, lasting: number[], about: number[], calendar: Array<string|null>}} table
 * @param {number} n
 * @typedef {Array<number|null>} Days
 */
export function sayWhen(table, n) {
  if (language() === 'en') return table.said[n] || t('date.undated');
  const e0 = table.e0[n], l1 = table.l1[n];
  let said = table.lasting[n] ? sayLasting(e0, l1) : sayBounds(e0, l1);
  if (table.about[n] & 1) said = t('date.about', { date: said });
  if (table.about[n] & 2) said = `${said} (?)`;
  return table.calendar[n] ? t('date.calendar', { date: said, calendar: table.calendar[n] }) : said;
}
