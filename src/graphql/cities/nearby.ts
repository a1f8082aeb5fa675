import type { NearbyRequest } from '../arguments/nearby.js';
import type { Context } from '../context.js';
import { loadRows } from '../loaders/rows.js';
import { fill, sqlTemplate } from '../lists/template.js';
import type { CityNode } from '../nodes.js';
import { cityNode, type CityRow } from './city.js';
import { greatCircle } from './great-circle.js';

const NEARBY = fill(sqlTemplate(import.meta.url, 'nearby.sql'), {
  distance: greatCircle(
    { latitude: 'here.latitude', longitude: 'here.longitude' },
    { latitude: 'there.latitude', longitude: 'there.longitude' },
  ),
});

export interface NearbyNode {
  city: CityNode;
  distanceKm: number;
}

/** The nearest other cities of a city, nearest first. */
export async function loadNearby(
  context: Context,
  cityId: number,
  request: NearbyRequest,
): Promise<NearbyNode[]> {
  const { radiusKm, tracked, first } = request;
  const rows = await loadRows<CityRow & { distance_km: number }>(context, cityId, 'nearby', request, () => ({
    ...NEARBY,
    values: [radiusKm, tracked, first],
  }));
  return rows.map((row) => ({
    city: cityNode(row),
    distanceKm: Math.round(row.distance_km * 1000) / 1000,
  }));
}
