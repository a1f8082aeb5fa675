import { expect, test } from 'vitest';
import { coordinate, distanceBetween, placeMismatch } from './place.js';

const UPPSALA = { cityId: 2666199, latitude: 59.85882, longitude: 17.63889 };

test.each([
  ['Uppsala to Stockholm', [59.85882, 17.63889, 59.32938, 18.06871], 63.6],
  ['across the date line', [0, 179.9, 0, -179.9], 22.2],
  ['over the pole', [89.9, 0, 89.9, 180], 22.2],
  ['to the antipodes', [10, 20, -10, -160], 20_015.1],
  ['nowhere', [59.85882, 17.63889, 59.85882, 17.63889], 0],
] as const)('measures %s', (_, [latitude, longitude, toLatitude, toLongitude], kilometres) => {
  const distance = distanceBetween({ latitude, longitude }, { latitude: toLatitude, longitude: toLongitude });
  expect(distance).toBeCloseTo(kilometres, 1);
});

test('takes the centre of a grid cell for the same place, and a longitude beyond 180 too', () => {
  expect(placeMismatch(UPPSALA, { latitude: 60, longitude: 17.75 }, 'coord')).toBeUndefined();
  expect(placeMismatch(UPPSALA, { latitude: 59.86, longitude: 377.64 }, 'coord')).toBeUndefined();
});

test('refuses a place more than 50 km away, with both places and the distance', () => {
  const stockholm = { latitude: 59.3294, longitude: 18.0687 };
  expect(placeMismatch(UPPSALA, stockholm, 'coord')).toEqual({
    reason: 'PLACE_MISMATCH',
    path: 'coord',
    value: '{"latitude":59.3294,"longitude":18.0687}',
    detail: 'The reply is about a place 64 km from city 2666199 (59.85882, 17.63889); up to 50 km pass.',
  });
});

test.each([
  [59.858821234, '59.85882'],
  [-0.00000012, '0'],
  [0.00001, '0.00001'],
  [-180, '-180'],
])('sends the coordinate %d as %s', (degrees, text) => {
  expect(coordinate(degrees)).toBe(text);
});
