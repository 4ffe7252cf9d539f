// What the reviewer works on, without a screen: the queue, the account that is looked at, and what was corrected.
import { t } from '../i18n.js';
import { Refusal } from './api.js';

const PORTION = 50;
const STAYS = new Set(['edit', 'merge', 'split', 'add', 'identity']);

/**
 * @typedef {{ claim: string, confidence: number, rule: string, sentence: string, start: number, end: number,
 *   words: { quote: string, document: string, start: number, end: number }, type: string, status: string, time: string,
 *   roles: Record<string, string[]>, citations: string[] }} Item
 * @typedef {{ id: string, action: string, result: string, reason: string, document: string, words: string, sentence: string, note: string }} Entry
 * @typedef {{ types: Array<{ name: string, says: string, roles: string[] }>, statuses: string[], kinds: string[], names: string[] }} Choices
 */

export class Desk {
  /**
   * @param {ReturnType<typeof import('./api.js').makeClient>} client
   * @param {(what: string[]) => void} tell  what has changed: card, entries, head, message, busy
   */
  constructor(client, tell) {
    this.client = client;
    this.tell = tell;
    this.items = /** @type {Item[]} */ ([]);
    this.total = 0;
    this.at = 0;
    this.item = /** @type {Item|null} */ (null);
    this.entries = /** @type {Entry[]} */ ([]);
    this.choices = /** @type {Choices|null} */ (null);
    this.about = /** @type {any} */ (null);
    this.pulse = /** @type {import('./api.js').Pulse|null} */ (null);
    this.mine = /** @type {string[]} */ ([]);
    this.message = '';
    this.done = false;
    this.busy = false;
    this.working = Promise.resolve();
  }

  /** Reads everything; shows the account of that id first, where it is there. @param {string|null} claim */
  open(claim = null) {
    return this.work(async () => {
      this.about = await this.client.read('api/chronicle');
      this.choices = await this.client.read('api/review/choices');
      await this.load();
      this.item = this.items[0] ?? null;
      if (claim) await this.find(claim);
      this.tell(['card', 'entries', 'head']);
    });
  }

  async load() {
    const queue = await this.client.read(`api/review?limit=${this.at + PORTION}`);
    this.items = queue.items;
    this.total = queue.total;
    this.entries = (await this.client.read('api/corrections')).items;
    this.at = Math.max(0, Math.min(this.at, this.items.length - 1));
  }

  /** One thing after the other; what the server refuses becomes the message. @param {() => Promise<void>} task */
  work(task) {
    this.working = this.working.then(async () => {
      this.setBusy(true);
      try {
        await task();
      } catch (error) {
        await this.refuse(error);
      } finally {
        this.setBusy(false);
      }
    });
    return this.working;
  }

  setBusy(busy) {
    this.busy = busy;
    this.tell(['busy']);
  }

  async refuse(error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status !== 412) return this.say(error.status === 0 ? t('review.lost') : error.message);
    await this.reload();
    this.say(t('review.stale'));
  }

  /** Everything as it stands on the server now, and the account that is looked at with it. */
  async reload() {
    const shown = this.item?.claim;
    await this.load();
    this.item = this.items[this.at] ?? null;
    if (shown) await this.find(shown);
    this.tell(['card', 'entries', 'head']);
  }

  /** What the reader should know; `done` where it went as asked. */
  say(message, done = false) {
    this.message = message;
    this.done = done;
    this.tell(['message']);
  }

  async find(claim) {
    const at = this.items.findIndex((item) => item.claim === claim);
    if (at >= 0) this.at = at;
    const found = at >= 0 ? this.items[at] : (await this.client.read(`api/review?claim=${encodeURIComponent(claim)}`)).items[0];
    this.item = found ?? this.items[this.at] ?? null;
  }

  /** Looks at an account that was chosen elsewhere on the page. @param {string} claim */
  show(claim) {
    if (this.item?.claim === claim) return this.working;
    return this.work(async () => { await this.find(claim); this.tell(['card', 'head']); });
  }

  /** @param {number} step */
  go(step) {
    const to = this.items[this.at]?.claim === this.item?.claim ? this.at + step : this.at;
    const turn = () => {
      this.at = Math.max(0, Math.min(to, this.items.length - 1));
      this.item = this.items[this.at] ?? null;
      this.tell(['card', 'head']);
    };
    if (this.busy) return this.working;
    if (to < this.items.length || this.items.length === this.total) { turn(); return this.working; }
    return this.work(async () => { await this.load(); turn(); });
  }

  /** Makes a correction; afterwards the next account is looked at, or the same one as it is now. @param {any} correction */
  correct(correction) {
    return this.work(async () => {
      const { correction: entry, claim, is_built } = await this.client.correct(correction);
      this.note({ is_built });
      this.mine.push(entry.id);
      const queued = this.items[this.at]?.claim === this.item?.claim;
      const stays = STAYS.has(correction.action);
      await this.load();
      if (correction.action === 'edit') this.item = claim;
      else if (stays && this.item) await this.find(this.item.claim);
      else if (queued || !this.item || this.item.claim === correction.claim) this.item = this.items[this.at] ?? null;
      this.tell(['card', 'entries', 'head']);
      this.say(t('review.said', { words: entry.words, done: t(`review.done.${entry.action}`) }), true);
    });
  }

  /** Takes a correction back: that one, or the last that was made here. @param {string} [chosen] */
  undo(chosen) {
    return this.work(async () => {
      const id = chosen ?? this.mine.at(-1);
      if (id === undefined) { this.say(t('review.nothing')); return; }
      const entry = this.entries.find((known) => known.id === id);
      this.note(await this.client.undo(id));
      this.mine = this.mine.filter((made) => made !== id);
      await this.reload();
      this.say(t('review.taken', { words: entry?.words ?? id }), true);
    });
  }

  // What a write tells at once, before the news of it comes.
  note({ is_built }) { if (this.pulse) this.pulse = { ...this.pulse, is_built, version: this.client.version() }; }

  rebuild() {
    return this.work(async () => { this.pulse = await this.client.rebuild(); this.tell(['head']); });
  }

  /** What the server says of itself. @param {import('./api.js').Pulse|null} pulse */
  hear(pulse) {
    if (pulse === null) { this.say(t('review.lost')); return; }
    const before = this.pulse;
    this.pulse = pulse;
    this.tell(['head']);
    if (before?.rebuild.state === 'running' && pulse.rebuild.state === 'failed') this.say(t('review.rebuild.failed', { message: pulse.rebuild.message }));
    if (!this.about || this.busy || pulse.version === this.client.version()) return;
    this.work(async () => {
      if (pulse.version === this.client.version()) return;
      await this.reload();
      this.say(t('review.elsewhere'));
    });
  }
}
