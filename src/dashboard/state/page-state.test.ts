import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PARAMETERS } from '../domain/parameters.js';
import { RANGES } from '../domain/ranges.js';
import { DEFAULTS, formatPageState, LAYERS, parsePageState, VIEWS, type PageState } from './page-state.js';

const states: fc.Arbitrary<PageState> = fc.record({
  view: fc.constantFrom(...VIEWS),
  cities: fc.uniqueArray(fc.integer({ min: 1, max: 2_000_000_000 }).map(String), { maxLength: 5 }),
  parameter: fc.constantFrom(...PARAMETERS.map(({ parameter }) => parameter)),
  range: fc.constantFrom(...RANGES),
  units: fc.constantFrom('METRIC', 'IMPERIAL', 'SCIENTIFIC'),
  fill: fc.constantFrom('NONE', 'PREVIOUS', 'LINEAR', 'MEAN'),
  layers: fc.subarray([...LAYERS]),
  measure: fc.constantFrom('TEMPERATURE', 'WIND', 'MAX', 'PRECIPITATION'),
});

test('every state is read back from its address', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(parsePageState(formatPageState(state))).toEqual(state);
    }),
  );
});

test('the default state has the plain address', () => {
  expect(formatPageState(DEFAULTS)).toBe('');
  expect(parsePageState('')).toEqual(DEFAULTS);
});

test('an address that was edited by hand shows something sensible', () => {
  const state = parsePageState(
    '?view=nowhere&city=1.1.<script>.2.3.4.5.6&range=9y&units=STONES&layers=hourly+x&measure=toString',
  );
  expect(state).toEqual({ ...DEFAULTS, cities: ['1', '2', '3', '4', '5'], layers: ['hourly'] });
});
