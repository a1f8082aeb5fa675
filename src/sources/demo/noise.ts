/** Smooth random fields: the same seed and point always give the same value. Written flat, as it is the inner loop. */

/** A number in [0, 1) for a lattice point, as good as random (the finish of MurmurHash3). */
function lattice(seed: number, x: number, y: number, z: number): number {
  let h = seed ^ Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(z, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

/** From 0 to 1 with flat ends, so that neighbouring cells join without a kink. */
function smooth(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

/** Value noise over space: between -1 and 1, varying on a scale of one unit. */
export function noise3(seed: number, x: number, y: number, z: number): number {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const k = Math.floor(z);
  const u = smooth(x - i);
  const v = smooth(y - j);
  const front = mix(
    mix(lattice(seed, i, j, k), lattice(seed, i + 1, j, k), u),
    mix(lattice(seed, i, j + 1, k), lattice(seed, i + 1, j + 1, k), u),
    v,
  );
  const back = mix(
    mix(lattice(seed, i, j, k + 1), lattice(seed, i + 1, j, k + 1), u),
    mix(lattice(seed, i, j + 1, k + 1), lattice(seed, i + 1, j + 1, k + 1), u),
    v,
  );
  return 2 * mix(front, back, smooth(z - k)) - 1;
}

/** Noise along a line: between -1 and 1, varying on a scale of one unit. */
export function noise1(seed: number, x: number): number {
  const i = Math.floor(x);
  return 2 * mix(lattice(seed, i, 0, 0), lattice(seed, i + 1, 0, 0), smooth(x - i)) - 1;
}
