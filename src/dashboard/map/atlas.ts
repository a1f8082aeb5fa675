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

/** Fetches the shapes from where the page came from. */
export async function loadAtlas(name: AtlasName, signal: AbortSignal): Promise<Atlas> {
  const response = await fetch(name === 'US' ? statesUrl : countriesUrl, { signal });
  const topology = (await response.json()) as Topology;
  const land = topology.objects[name === 'US' ? 'nation' : 'land'];
  const parts = topology.objects[name === 'US' ? 'states' : 'countries'] as Parameters<typeof mesh>[1];
  if (!land || !parts) throw new Error('The atlas is not as expected');
  return { land: feature(topology, land), borders: mesh(topology, parts, (a, b) => a !== b) };
}
