import { geoAlbersUsa, geoEqualEarth, type GeoProjection } from 'd3-geo';
import type { AtlasName } from './atlas.js';

/** Units of the drawing; it scales to the width it has. */
export const SIZE = { US: { width: 960, height: 590 }, WORLD: { width: 960, height: 470 } } as const;

/** Equal areas: the United States with Alaska and Hawaii beside, or the world. */
export function projectionOf(name: AtlasName): GeoProjection {
  const { width, height } = SIZE[name];
  const projection = name === 'US' ? geoAlbersUsa().scale(1_250) : geoEqualEarth().scale(172);
  return projection.translate([width / 2, height / 2]);
}

/** The ground that shows every place: the United States alone only where all of them are in it. */
export function atlasFor(places: readonly { latitude: number; longitude: number }[]): AtlasName {
  const usa = projectionOf('US');
  const isInUsa = places.every(({ latitude, longitude }) => usa([longitude, latitude]) !== null);
  return places.length > 0 && isInUsa ? 'US' : 'WORLD';
}
