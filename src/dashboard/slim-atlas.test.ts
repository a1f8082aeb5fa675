import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { geoArea } from 'd3-geo';
import { feature } from 'topojson-client';
import { expect, test } from 'vitest';
import { slimAtlas } from './slim-atlas.js';

const { resolve } = createRequire(import.meta.url);
type Topology = Parameters<typeof feature>[0];

test.each([
  ['us-atlas/states-10m.json', 'nation', 6],
  ['world-atlas/countries-110m.json', 'land', 8],
])('%s keeps its land within a thousandth, and is a good deal smaller', async (file, land, step) => {
  const text = await readFile(resolve(file), 'utf8');
  const slim = slimAtlas(text, step);
  const areaOf = (atlas: string): number => {
    const topology = JSON.parse(atlas) as Topology;
    const shape = topology.objects[land];
    if (!shape) throw new Error(`There is no ${land}`);
    return geoArea(feature(topology, shape));
  };
  expect(Math.abs(areaOf(slim) / areaOf(text) - 1)).toBeLessThan(0.001);
  expect(slim.length).toBeLessThan(text.length * 0.95);
  expect(slim).not.toContain('"name"');
});
