import { expect, test } from 'vitest';
import { converter, differenceOf, reader, unitIn } from './units.js';

test.each([
  ['IMPERIAL', '°C', -40, -40, '°F'],
  ['IMPERIAL', '°C', 21.5, 70.7, '°F'],
  ['IMPERIAL', 'hPa', 1013.25, 29.9212, 'inHg'],
  ['IMPERIAL', 'm/s', 44.704, 100, 'mph'],
  ['IMPERIAL', 'm', 1609.344, 1, 'mi'],
  ['IMPERIAL', 'mm', 25.4, 1, 'in'],
  ['IMPERIAL', 'K·d', 10, 18, '°F·d'],
  ['IMPERIAL', '%', 71, 71, '%'],
  ['SCIENTIFIC', '°C', 0, 273.15, 'K'],
  ['SCIENTIFIC', 'hPa', 1013.25, 101_325, 'Pa'],
  ['SCIENTIFIC', '%', 71.4, 0.714, '1'],
  ['SCIENTIFIC', 'mm', 0.3, 0.3, 'kg/m²'],
  ['SCIENTIFIC', 'K·d', 10, 10, 'K·d'],
  ['METRIC', '°C', 21.123456, 21.123, '°C'],
  ['METRIC', 'mm', -0, 0, 'mm'],
] as const)('in %s, %s %d is %d %s', (system, metric, value, expected, unit) => {
  expect(converter(system, metric)(value)).toBeCloseTo(expected, 10);
  expect(unitIn(system, metric)).toBe(unit);
});

test('a conversion is no coarser than the stored thousandths', () => {
  for (const [metric, step] of [
    ['hPa', 0.01],
    ['m', 1],
    ['mm', 0.01],
    ['%', 0.1],
  ] as const) {
    for (const system of ['IMPERIAL', 'SCIENTIFIC'] as const) {
      const convert = converter(system, metric);
      expect(convert(50 + step)).not.toBe(convert(50));
    }
  }
});

test.each([
  ['METRIC', '°C', 30.1],
  ['IMPERIAL', '°C', 86.18],
  ['SCIENTIFIC', '°C', 303.25],
  ['IMPERIAL', 'K', 54.18],
] as const)('in %s, a threshold in %s is read back: %d', (system, metric, given) => {
  expect(reader(system, metric)(given)).toBe(30.1);
  expect(converter(system, metric)(30.1)).toBe(given);
});

test('only temperatures have differences in a unit of their own', () => {
  expect([differenceOf('°C'), differenceOf('K'), differenceOf('hPa')]).toEqual(['K', 'K', 'hPa']);
});
