import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTrackSpec } from './track-spec.js';

test('reads the most populous of a country, of the world, ids, and lists of them', () => {
  expect(parseTrackSpec('US:50')).toEqual({ ids: [], largest: [{ country: 'US', count: 50 }] });
  expect(parseTrackSpec('*:100')).toEqual({ ids: [], largest: [{ country: '*', count: 100 }] });
  expect(parseTrackSpec('5128581')).toEqual({ ids: [5_128_581], largest: [] });
  expect(parseTrackSpec(' us:50 , GB: 10,2643743')).toEqual({
    ids: [2_643_743],
    largest: [
      { country: 'US', count: 50 },
      { country: 'GB', count: 10 },
    ],
  });
});

test('reads back every list it could have been given', () => {
  const count = fc.integer({ min: 1, max: 2_147_483_647 });
  const country = fc.oneof(fc.constant('*'), fc.stringMatching(/^[A-Z]{2}$/));
  const largest = fc.record({ country, count }, { noNullPrototype: true });
  fc.assert(
    fc.property(fc.array(count), fc.array(largest), (ids, wanted) => {
      fc.pre(ids.length + wanted.length > 0);
      const parts = [...ids.map(String), ...wanted.map(({ country: of, count: n }) => `${of}:${n}`)];
      expect(parseTrackSpec(parts.join(','))).toEqual({ ids, largest: wanted });
    }),
  );
});

test('names every part that chooses nothing, and what to write instead', () => {
  expect(() => parseTrackSpec('US:50,Paris,USA:3,,GB:0,-5,99999999999,7')).toThrow(
    'These parts of the selector "US:50,Paris,USA:3,,GB:0,-5,99999999999,7" choose no cities: ' +
      '"Paris", "USA:3", an empty part, "GB:0", "-5", "99999999999". Write US:50',
  );
});

test.each(['', ' ', '0', '2147483648', '1.5', '1e3', 'US', 'US:', ':5', 'US:5:6', '٣', 'US:٣'])(
  'refuses %j',
  (text) => {
    expect(() => parseTrackSpec(text)).toThrow('choose no cities');
  },
);
