import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edtfOf, fromDay, isoDay, readDay, sayBounds, sayDay, sayWhen, toDay } from '../src/dates.js';
import { register, setLanguage } from '../src/i18n.js';
import { strings } from '../src/strings.js';

register(strings);

test('days there and back, far into both sides', () => {
  for (let jdn = -3_000_000; jdn < 5_000_000; jdn += 997) assert.equal(toDay(...fromDay(jdn)), jdn);
  assert.equal(toDay(1858, 11, 17), 2400001);
  assert.equal(isoDay(toDay(-216, 8, 2)), '-0216-08-02');
});

test('days are read as they are said', () => {
  for (const language of ['en', 'fr']) {
    setLanguage(language);
    for (const day of [[1871, 3, 1], [-216, 8, 2], [0, 1, 1], [987, 7, 3], [33, 12, 31]].map((parts) => toDay(...parts))) {
      assert.equal(readDay(isoDay(day)), day);
      if (fromDay(day)[0] >= 100 || fromDay(day)[0] <= 0) assert.equal(readDay(sayDay(day)), day, sayDay(day));
    }
  }
  setLanguage('en');
  for (const wrong of ['', '31 February 1848', '1848', 'soon', '1848-13-01', '5 Ma 1848']) assert.equal(readDay(wrong), null);
});

test('EDTF of bounds', () => {
  const day = (...parts) => toDay(...parts);
  assert.equal(edtfOf(day(1871, 1, 1), day(1871, 12, 31), 0), '1871');
  assert.equal(edtfOf(day(-43, 3, 1), day(-43, 3, 31), 0), '-0043-03');
  assert.equal(edtfOf(day(1871, 1, 1), day(1871, 1, 1), 1), '1871-01-01');
  assert.equal(edtfOf(day(1871, 1, 2), day(1871, 2, 4), 0), '[1871-01-02..1871-02-04]');
  assert.equal(edtfOf(day(1871, 1, 2), day(1871, 2, 4), 1), '1871-01-02/1871-02-04');
  assert.equal(edtfOf(null, day(1871, 2, 4), 1), '../1871-02-04');
  assert.equal(edtfOf(null, null, 0), null);
  assert.equal(isoDay(day(-12000, 2, 3)), 'Y-12000-02-03');
  assert.equal(readDay('Y-12000-02-03'), day(-12000, 2, 3));
});

test('bounds in words', () => {
  setLanguage('en');
  const [a, b] = [toDay(1870, 10, 1), toDay(1870, 10, 31)];
  assert.equal(sayBounds(a, b), 'October 1870');
  assert.equal(sayBounds(b, b), '31 October 1870');
  assert.equal(sayBounds(null, toDay(-43, 12, 31)), 'by the end of 44 BC');
  setLanguage('fr');
  assert.equal(sayBounds(a, a), '1er octobre 1870');
  assert.equal(sayBounds(null, null), 'sans date');
  assert.equal(sayBounds(a, toDay(1870, 11, 2)), 'entre le 1er octobre 1870 et le 2 novembre 1870');
  setLanguage('en');
});

test('a date is what the chronicle says, and worked out from the days in other languages', () => {
  const table = { said: ['about 1871'], e0: [toDay(1871, 1, 1)], e1: [null], l0: [null], l1: [toDay(1871, 12, 31)], lasting: [0], about: [3], calendar: ['julian'] };
  assert.equal(sayWhen(table, 0), 'about 1871');
  setLanguage('fr');
  assert.equal(sayWhen(table, 0), 'vers 1871 (?) (calendrier julian)');
  setLanguage('en');
});
