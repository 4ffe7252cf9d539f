// Reads columns back that web/columns.py wrote small, each when it is first asked for.

/** Gives an object a property that is worked out when it is first asked for, and only then. @template T @param {any} object @param {string} name @param {() => T} make */
export function lazily(object, name, make) {
  const keep = (value) => { Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true }); return value; };
  Object.defineProperty(object, name, { get: () => keep(make()), set: keep, enumerable: true, configurable: true });
}

/** The columns of a table; of a row that another column tells, what it is beyond that. @param {any} table @returns {Record<string, any[]>} */
export function unpackTable(table) {
  const made = /** @type {Record<string, any[]>} */ ({});
  const read = (name) => {
    const column = table[name];
    if (Array.isArray(column) || !('r' in column)) return unpack(column);
    const base = made[column.r];
    return unpack(column.v).map((value, n) => (value === null ? null : value + (base[n] ?? 0)));
  };
  for (const name of Object.keys(table)) lazily(made, name, () => read(name));
  return made;
}

/** @param {any} column @returns {any[]} */
export function unpack(column) {
  if (Array.isArray(column)) return column;
  if ('c' in column) return new Array(column.n).fill(Object.freeze(column.c)); // one list for all: nobody may change it
  if ('h' in column) return identifiers(column.h, atob(column.v));
  if ('w' in column) return unpack(column.v).map((n) => column.w[n]);
  if ('e' in column) return unpack(column.e).map((word) => (word === '' ? null : word.slice(1)));
  if ('d' in column) return steps(column.d);
  if ('t' in column) return gather(flatten(column));
  return lists(unpack(column.l), unpack(column.v));
}

function steps(column) {
  let last = 0;
  return column.map((step) => { if (step === null) return null; last += step; return last; });
}

const HEX = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'));

function identifiers(prefix, bytes) {
  const found = new Array(bytes.length / 6);
  for (let n = 0; n < found.length; n += 1) {
    let made = prefix;
    for (let at = n * 6; at < n * 6 + 6; at += 1) made += HEX[bytes.charCodeAt(at)];
    found[n] = made;
  }
  return found;
}

function lists(lengths, flat) {
  let at = 0;
  return lengths.map((length) => { at += length; return flat.slice(at - length, at); });
}

/** The parts of the tuples of all rows, one after the other, and how many tuples each row has. @param {any} column @returns {{ parts: any[][], count: number[] }} */
export function flatten(column) {
  if (Array.isArray(column)) {
    const flat = column.flat();
    return { parts: (flat[0] ?? []).map((_, n) => flat.map((tuple) => tuple[n])), count: column.map((row) => row.length) };
  }
  const parts = column.t.map(unpack), [, second, third] = parts;
  if (third) parts[2] = third.map((length, n) => second[n] + length);
  return { parts, count: unpack(column.l) };
}

/** Rows of tuples of their parts. @param {{ parts: any[][], count: number[] }} flat @returns {any[][][]} */
export function gather({ parts, count }) {
  const [first, second, third, fourth] = parts;
  const tuple = parts.length === 3 ? (n) => [first[n], second[n], third[n]] : parts.length === 4 ? (n) => [first[n], second[n], third[n], fourth[n]] : (n) => parts.map((part) => part[n]);
  let at = 0;
  return count.map((length) => {
    const found = new Array(length);
    for (let n = 0; n < length; n += 1) found[n] = tuple(at + n);
    at += length;
    return found;
  });
}
