// Days to pixels, and the marks of the axis.
import { fromDay, sayMonth, sayShortDay, sayYear, toDay } from '../dates.js';

/** @param {[number, number]} window @param {number} left @param {number} right */
export function makeScale([from, to], left, right) {
  const k = Math.max(1, right - left) / (to - from);
  return { from, to, left, right, k, x: (day) => left + (day - from) * k, day: (x) => from + (x - left) / k };
}

const DAYS = [1, 2, 5, 10];
const MONTHS = [1, 2, 3, 6];
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 50000];

/**
 * Marks `room` pixels apart or more: [day, words, whether a year (or, among days, a month) begins].
 * @returns {Array<[number, string, boolean]>}
 */
export function ticks({ from, to, k }, room = 84) {
  const step = room / k;
  if (step <= 10) return dayTicks(from, to, DAYS.find((n) => n >= step));
  const months = MONTHS.find((n) => n * 30.44 >= step);
  return months ? monthTicks(from, to, months) : yearTicks(from, to, YEARS.find((n) => n * 365.24 >= step) ?? 100000);
}

// Days of the month that divide it: every 5th, so that no mark falls a day from the next month's first.
/** @returns {Array<[number, string, boolean]>} */
function dayTicks(from, to, step) {
  const found = /** @type {Array<[number, string, boolean]>} */ ([]);
  for (let day = Math.ceil(from); day < to; day += 1) {
    const [year, month, date] = fromDay(day);
    if (date === 1) found.push([day, month === 1 ? sayYear(year) : sayShortDay(day), true]);
    else if (step === 1 || (date % step === 1 && date + step * 0.6 < 32)) found.push([day, sayShortDay(day), false]);
  }
  return found;
}

/** @returns {Array<[number, string, boolean]>} */
function monthTicks(from, to, step) {
  const found = /** @type {Array<[number, string, boolean]>} */ ([]);
  const [first] = fromDay(Math.floor(from)), [last] = fromDay(Math.ceil(to));
  for (let year = first; year <= last; year += 1) {
    for (let month = 1; month <= 12; month += step) {
      const day = toDay(year, month, 1);
      if (day >= from && day < to) found.push([day, month === 1 ? sayYear(year) : sayMonth(month), month === 1]);
    }
  }
  return found;
}

/** Years that are round as one says them: 500 BC, not 501. @returns {Array<[number, string, boolean]>} */
function yearTicks(from, to, step) {
  const found = /** @type {Array<[number, string, boolean]>} */ ([]);
  const [first] = fromDay(Math.floor(from)), [last] = fromDay(Math.ceil(to));
  const put = (year) => {
    const day = toDay(year, 1, 1);
    if (day >= from && day < to) found.push([day, sayYear(year), step < 10 && (year > 0 ? year : 1 - year) % 10 === 0]);
  };
  for (let said = Math.floor((1 - first) / step) * step; said >= step && said >= 1 - last; said -= step) put(1 - said);
  if (step > 1) put(1);
  for (let year = Math.max(step, Math.floor(first / step) * step); year <= last; year += step) put(year);
  return found;
}
