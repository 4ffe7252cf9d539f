// Builds src/ into ../src/regesta/web/_dist: classic scripts (modules do not run from file://), styles, and the words of
// each language. page.js and app.css stand in the page; the parts of src/parts/ come when they are first asked for and
// share with page.js what it has anyway. The same sources give the same bytes. DEBUG=1 leaves the scripts readable.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const src = join(here, 'src');
const dist = join(here, '..', 'src', 'regesta', 'web', '_dist');
const STYLES = ['app', 'map', 'source', 'panels', 'review'];
/** Modules of words: a page brings those of its language only. Those of review come with it. */
const WORDS = /\/(strings|types|messages)\.js$/, OF_REVIEW = /\/review\//;
const OPTIONS = {
  absWorkingDir: here, bundle: true, minify: !process.env.DEBUG, target: ['es2022'], charset: 'utf8', legalComments: 'none',
  metafile: true, logLevel: 'warning', write: false, outdir: dist,
};

const files = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
const inputs = new Set();

async function bundle(options) {
  const { outputFiles: [{ text }], metafile } = await build({ ...OPTIONS, format: 'iife', ...options });
  for (const path of Object.keys(metafile.inputs)) inputs.add(path);
  return { text, modules: Object.keys(metafile.inputs) };
}

function write(name, text) {
  if (text.includes('</script') || text.includes('</style')) throw new Error(`${name} cannot stand in a page`);
  writeFileSync(join(dist, name), text.endsWith('\n') ? text : `${text}\n`);
}

const withoutWords = {
  name: 'without-words',
  setup({ onLoad }) { onLoad({ filter: WORDS }, ({ path }) => (OF_REVIEW.test(path) ? undefined : { contents: 'export const strings = {};' })); },
};

// What a part takes from modules of page.js it finds at `regesta.shared`, by numbers.
const fromPage = (modules) => ({
  name: 'from-page',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
      const found = resolve(resolveDir, path);
      return kind !== 'entry-point' && modules.has(relative(here, found)) && !WORDS.test(found) ? { path: found, namespace: 'page' } : undefined;
    });
    onLoad({ filter: /./, namespace: 'page' }, async ({ path }) => {
      const { metafile } = await build({ ...OPTIONS, entryPoints: [path], format: 'esm', plugins: [withoutWords] });
      const names = Object.values(metafile.outputs)[0].exports;
      return { contents: names.map((name) => `export const ${name} = /* @__PURE__ */ regesta.shared("${relative(here, path)} ${name}");`).join('\n') };
    });
  },
});

const SHARED = /regesta\.shared\("([^"]+)"\)/g;

async function scripts() {
  const { modules } = await bundle({ entryPoints: ['src/page.js'], plugins: [withoutWords] });
  const parts = new Map();
  for (const path of files(join(src, 'parts')).sort()) parts.set(basename(path), (await bundle({ entryPoints: [path], plugins: [withoutWords, fromPage(new Set(modules))] })).text);
  const taken = [...new Set([...parts.values()].flatMap((text) => [...text.matchAll(SHARED)].map((found) => found[1])))].sort();
  const lines = taken.map((key, n) => { const [path, name] = key.split(' '); return `import { ${name} as _${n} } from './${path}';`; });
  const contents = `${lines.join('\n')}\nimport './src/page.js';\nregesta.shared = [${taken.map((_, n) => `_${n}`).join(', ')}];`;
  const page = await bundle({ stdin: { contents, resolveDir: here }, plugins: [withoutWords] });
  write('page.js', page.text);
  for (const [name, text] of parts) write(name, text.replace(SHARED, (_, key) => `regesta.shared[${taken.indexOf(key)}]`));
}

async function words() {
  const { languages, register, registered } = await import('./src/i18n.js');
  for (const path of files(src).filter((name) => WORDS.test(name) && !OF_REVIEW.test(name)).sort()) register((await import(path)).strings);
  for (const [language, found] of Object.entries(registered())) write(`words-${language}.json`, JSON.stringify(found));
  return Object.keys(languages);
}

// Licences of the packages whose code is in the bundles.
function licences() {
  const names = new Set([...inputs].flatMap((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []));
  return [...names].sort().map((name) => {
    const folder = join(here, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}\n`;
  }).join(`\n${'-'.repeat(72)}\n\n`);
}

mkdirSync(dist, { recursive: true });
for (const name of readdirSync(dist)) if (/\.(js|css)$|^words-/.test(name)) rmSync(join(dist, name));
await scripts();
for (const name of STYLES) write(`${name}.css`, (await bundle({ entryPoints: [`src/styles/${name}.css`] })).text);
const languages = await words();
writeFileSync(join(dist, 'LICENSES.txt'), licences() || 'No package code is in the bundles.\n');
const sources = [...files(src), ...['build.mjs', 'package.json', 'package-lock.json'].map((name) => join(here, name))];
const hashes = Object.fromEntries(sources.map((path) => [relative(here, path), sha256(path)]).sort(([a], [b]) => (a < b ? -1 : 1)));
const parts = readdirSync(dist).filter((name) => /\.(js|css)$/.test(name) && name !== 'page.js' && name !== 'app.css').sort();
writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify({ languages, parts, sources: hashes }, null, 1)}\n`);
