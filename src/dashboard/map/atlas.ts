import type { GeoPermissibleObjects } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import statesUrl from 'us-atlas/states-10m.json?url';
import countriesUrl from 'world-atlas/countries-110m.json?url';

/** The ground a map is drawn on. */
export interface Atlas {
  /** Land as one shape. */
  land: GeoPermissibleObjects;
  /** Borders inside of it. */
  borders: GeoPermissibleObjects;
}

type Topology = Parameters<typeof feature>[0];

export type AtlasName = 'US' | 'WORLD';

const loaded = new Map<AtlasName, Promise<Atlas>>();

/** The shapes, fetched from where the page came from when they are first needed. */
export function loadAtlas(name: AtlasName): Promise<Atlas> {
  const known = loaded.get(name);
  if (known) return known;
  const atlas = fetchAtlas(name);
  loaded.set(name, atlas);
  // What failed is tried again by whoever asks next.
  atlas.catch(() => loaded.delete(name));
  return atlas;
}

async function fetchAtlas(name: AtlasName): Promise<Atlas> {
  const response = await fetch(name === 'US' ? statesUrl : countriesUrl);
  const topology = (await response.json()) as Topology;
  const land = topology.objects[name === 'US' ? 'nation' : 'land'];
  const parts = topology.objects[name === 'US' ? 'states' : 'countries'] as Parameters<typeof mesh>[1];
  if (!land || !parts) throw new Error('The atlas is not as expected');
  return { land: feature(topology, land), borders: mesh(topology, parts, (a, b) => a !== b) };
}
