// Takes away what is shown: no server is asked, the file is made here.
import { quote, titleOf } from '../data.js';
import { isoDay } from '../dates.js';
import { element } from '../html.js';
import { register, t } from '../i18n.js';
import { lineOf } from '../panels/parts.js';
import { visible } from '../select.js';
import { fileName, toCsv } from './files.js';

register({
  en: { 'download.title': 'Download what is shown', 'download.csv': 'CSV', 'download.json': 'JSON' },
  fr: { 'download.title': 'Télécharger ce qui est affiché', 'download.csv': 'CSV', 'download.json': 'JSON' },
});

const COLUMNS = [
  { name: 'event' }, { name: 'claim' }, { name: 'date', words: true }, { name: 'earliest' }, { name: 'latest' }, { name: 'edtf' },
  { name: 'date basis' }, { name: 'type' }, { name: 'status' }, { name: 'title', words: true }, { name: 'place', words: true },
  { name: 'document', words: true }, { name: 'line' }, { name: 'citations', words: true }, { name: 'sentence', words: true },
  { name: 'disputed' }, { name: 'chronicle' },
];

const iso = (day) => (day === null ? null : isoDay(day));

/** One row an account of the events that are shown. @param {import('../data.js').Data} data */
export function rowsOf(data, events) {
  const { claims } = data;
  return [...events].flatMap((event) => data.events.claims[event].map((c) => [
    data.events.id[event], claims.id[c], claims.said[c], iso(claims.e0[c]), iso(claims.l1[c]), claims.edtf[c],
    data.bases[claims.basis[c]], data.types[claims.type[c]], data.statuses[claims.status[c]], titleOf(data, event),
    data.places[data.events.where[event]], data.documents[claims.doc[c]].name, lineOf(data, claims.doc[c], claims.start[c]),
    claims.citations[c].join('; '), quote(data, [claims.doc[c], claims.s0[c], claims.s1[c]]), data.events.disputed[event], data.hash,
  ]));
}

/** @param {import('../data.js').Data} data */
export function asCsv(data, events) {
  return toCsv(COLUMNS, rowsOf(data, events));
}

/** @param {import('../data.js').Data} data */
export function asJson(data, events) {
  const told = [...events].flatMap((event) => data.events.claims[event]);
  const claims = rowsOf(data, events).map((row, at) => {
    const record = Object.fromEntries(COLUMNS.map(({ name }, n) => [name.replace(' ', '_'), row[n]]));
    return { ...record, citations: data.claims.citations[told[at]], disputed: Boolean(record.disputed) };
  });
  return `${JSON.stringify({ title: data.title, regesta: data.regesta, chronicle: data.hash, claims }, null, 1)}\n`;
}

/**
 * @param {import('../store.js').Store} store
 * @param {import('../data.js').Data} data
 */
export function downloads(store, data) {
  const made = element`<div role="group" aria-label="${t('download.title')}"><span aria-hidden="true" title="${t('download.title')}">⤓</span>
    <button type="button" data-form="csv" title="${t('download.title')}">${t('download.csv')}</button>
    <button type="button" data-form="json" title="${t('download.title')}">${t('download.json')}</button></div>`;
  made.addEventListener('click', (event) => {
    const form = /** @type {HTMLElement} */ (event.target).closest('button')?.dataset.form;
    if (!form) return;
    const shown = visible(store.get(), data);
    const text = form === 'csv' ? `\ufeff${asCsv(data, shown)}` : asJson(data, shown);
    save(text, form === 'csv' ? 'text/csv' : 'application/json', fileName(data.title, form));
  });
  return made;
}

function save(text, type, name) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
