import { DAY } from '../../domain/time.js';
import { noise3 } from './noise.js';

/**
 * Weather systems: random fields on the sphere that drift eastward, each made of two layers at different speeds, so that
 * they also grow and decay. A system is a few thousand kilometres wide and takes some days to pass.
 */
export type Field = 'PRESSURE' | 'MOISTURE' | 'AIR_MASS';

const FIELD_SEEDS: Readonly<Record<Field, number>> = { PRESSURE: 11_000, MOISTURE: 23_000, AIR_MASS: 37_000 };

/** Cells on a radius of the Earth: structures of about 6371 km / 2.6. */
const SCALE = 2.6;
/** Degrees of longitude a day, eastward. */
const SLOW_DRIFT = 7;
const FAST_DRIFT = 13;
/** Cells a day: without it the whole pattern would come round again after weeks. */
const CHANGE = 0.22;
/** Brings the sum of two layers to about -1 to 1, mostly within half of that. */
const SUM_OF_LAYERS = 1.4;

/** The value of a field at a place and instant. */
export function system(seed: number, field: Field, latitude: number, longitude: number, at: Date): number {
  const days = at.getTime() / DAY;
  const fieldSeed = seed + FIELD_SEEDS[field];
  const slow = layer(fieldSeed, latitude, longitude - SLOW_DRIFT * days, CHANGE * days);
  const fast = layer(fieldSeed + 1, latitude, longitude - FAST_DRIFT * days, -CHANGE * days);
  return (slow + fast) / SUM_OF_LAYERS;
}

/** Two octaves: the system, and fronts within it. Shifted off the lattice, whose axes would show at the equator. */
function layer(seed: number, latitude: number, longitude: number, shift: number): number {
  const phi = (latitude * Math.PI) / 180;
  const lambda = (longitude * Math.PI) / 180;
  const x = SCALE * Math.cos(phi) * Math.cos(lambda) + 0.37;
  const y = SCALE * Math.cos(phi) * Math.sin(lambda) + 0.61;
  const z = SCALE * Math.sin(phi) + shift;
  return 0.72 * noise3(seed, x, y, z) + 0.28 * noise3(seed + 7, 2.3 * x, 2.3 * y, 2.3 * z);
}
