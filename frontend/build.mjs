// Builds src/ into ../src/regesta/web/_dist: one classic script a page (modules do not run from file://), one style.
// The same sources give the same bytes. DEBUG=1 leaves the script readable.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, '..', 'src', 'regesta', 'web', '_dist');
const PAGES = { 'page.js': 'src/main-publish.js', 'serve.js': 'src/main-serve.js', 'app.css': 'src/styles/app.css', 'review.css': 'src/styles/review.css' };

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

async function bundle(output, input) {
  const made = await build({
    absWorkingDir: here, entryPoints: [input], outfile: join(dist, output), bundle: true, minify: !process.env.DEBUG, format: 'iife',
    target: ['es2022'], charset: 'utf8', legalComments: 'none', metafile: true, logLevel: 'warning', write: false,
  });
  const [file] = made.outputFiles;
  if (file.text.includes('</script') || file.text.includes('</style')) throw new Error(`${output} cannot stand in a page`);
  writeFileSync(join(dist, output), file.text.endsWith('\n') ? file.text : `${file.text}\n`);
  return Object.keys(made.metafile.inputs);
}

// Licences of the packages whose code is in the bundles.
function licences(inputs) {
  const names = new Set(inputs.flatMap((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []));
  return [...names].sort().map((name) => {
    const folder = join(here, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}\n`;
  }).join(`\n${'-'.repeat(72)}\n\n`);
}

mkdirSync(dist, { recursive: true });
const inputs = [];
for (const [output, input] of Object.entries(PAGES)) if (existsSync(join(here, input))) inputs.push(...await bundle(output, input));
writeFileSync(join(dist, 'LICENSES.txt'), licences(inputs) || 'No package code is in the bundles.\n');
const sources = [...walk(join(here, 'src')), ...['build.mjs', 'package.json', 'package-lock.json'].map((name) => join(here, name))];
const hashes = Object.fromEntries(sources.map((path) => [relative(here, path), sha256(path)]).sort(([a], [b]) => (a < b ? -1 : 1)));
const { languages } = await import('./src/strings.js');
writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify({ languages: Object.keys(languages), sources: hashes }, null, 1)}\n`);
