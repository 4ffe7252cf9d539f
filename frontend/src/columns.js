// Reads columns back that web/columns.py wrote small.

/** @param {any} table @returns {Record<string, any[]>} */
export function unpackTable(table) {
  const made = /** @type {Record<string, any[]>} */ ({});
  const read = (name) => {
    if (name in made) return made[name];
    const column = table[name];
    if (Array.isArray(column) || !('r' in column)) made[name] = unpack(column);
    else {
      const base = read(column.r), values = unpack(column.v);
      made[name] = values.map((value, n) => (value === null ? null : value + (base[n] ?? 0)));
    }
    return made[name];
  };
  Object.keys(table).forEach(read);
  return made;
}

/** @param {any} column @returns {any[]} */
export function unpack(column) {
  if (Array.isArray(column)) return column;
  if ('c' in column) return Array.from({ length: column.n }, () => (Array.isArray(column.c) ? structuredClone(column.c) : column.c));
  if ('h' in column) return identifiers(column.h, atob(column.v));
  if ('w' in column) return unpack(column.v).map((n) => column.w[n]);
  if ('e' in column) return unpack(column.e).map((word) => (word === '' ? null : word.slice(1)));
  if ('d' in column) return steps(column.d);
  if ('t' in column) return tuples(column);
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

function tuples(column) {
  const parts = column.t.map(unpack);
  if (parts.length > 2) parts[2] = parts[2].map((length, n) => parts[1][n] + length);
  let at = 0;
  return unpack(column.l).map((length) => {
    at += length;
    return Array.from({ length }, (_, n) => parts.map((part) => part[at - length + n]));
  });
}
