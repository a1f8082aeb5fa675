import type { Parameter } from './parameters.js';
import { PARAMETERS, VALUE_DECIMALS } from './parameters.js';

/** Unit systems an answer can be given in. Values are stored in METRIC, the catalogue's units. */
export type UnitSystem = 'METRIC' | 'IMPERIAL' | 'SCIENTIFIC';

/** A unit of the catalogue, or one of differences of temperature (K) and of those times days (K·d). */
export type MetricUnit = (typeof PARAMETERS)[Parameter]['unit'] | 'K' | 'K·d';

/** How a metric value reads in another unit: value × factor + offset. */
interface Conversion {
  unit: string;
  factor: number;
  offset?: number;
  /** Decimals kept; as fine as the stored thousandths of the metric unit. */
  decimals: number;
}

// Exact by definition: 1 in = 25.4 mm, 1 mi = 1609.344 m; 1 inHg = 33.8639 hPa (conventional, NIST SP 811).
const IMPERIAL: Readonly<Record<MetricUnit, Conversion>> = {
  '°C': { unit: '°F', factor: 1.8, offset: 32, decimals: 3 },
  K: { unit: '°F', factor: 1.8, decimals: 3 },
  'K·d': { unit: '°F·d', factor: 1.8, decimals: 3 },
  '%': { unit: '%', factor: 1, decimals: 3 },
  hPa: { unit: 'inHg', factor: 1 / 33.8639, decimals: 4 },
  'm/s': { unit: 'mph', factor: 3600 / 1609.344, decimals: 3 },
  '°': { unit: '°', factor: 1, decimals: 3 },
  m: { unit: 'mi', factor: 1 / 1609.344, decimals: 6 },
  mm: { unit: 'in', factor: 1 / 25.4, decimals: 5 },
};

// Canonical units of the CF conventions; 1 mm of water weighs 1 kg on a square metre.
const SCIENTIFIC: Readonly<Record<MetricUnit, Conversion>> = {
  '°C': { unit: 'K', factor: 1, offset: 273.15, decimals: 3 },
  K: { unit: 'K', factor: 1, decimals: 3 },
  'K·d': { unit: 'K·d', factor: 1, decimals: 3 },
  '%': { unit: '1', factor: 0.01, decimals: 5 },
  hPa: { unit: 'Pa', factor: 100, decimals: 1 },
  'm/s': { unit: 'm/s', factor: 1, decimals: 3 },
  '°': { unit: '°', factor: 1, decimals: 3 },
  m: { unit: 'm', factor: 1, decimals: 3 },
  mm: { unit: 'kg/m²', factor: 1, decimals: 3 },
};

/** The name of the unit that a catalogue unit is answered in. */
export function unitIn(system: UnitSystem, metric: MetricUnit): string {
  return system === 'METRIC' ? metric : conversion(system, metric).unit;
}

/**
 * How to convert a stored value into a unit system, rounded as finely as values are stored.
 * @returns a function from the metric value
 */
export function converter(system: UnitSystem, metric: MetricUnit): (value: number) => number {
  if (system === 'METRIC') return rounding(VALUE_DECIMALS);
  const { factor, offset = 0, decimals } = conversion(system, metric);
  const round = rounding(decimals);
  return (value) => round(value * factor + offset);
}

/**
 * The same for stored values in digits, to digits: in METRIC, those as fine as values are stored stay as they are.
 */
export function digitsConverter(system: UnitSystem, metric: MetricUnit): (digits: string) => string {
  const convert = converter(system, metric);
  const slowly = (digits: string): string => `${convert(Number(digits))}`;
  if (system !== 'METRIC') return slowly;
  return (digits) => (isFine(digits) ? digits : slowly(digits));
}

/** Neither longer than stored values are nor with an exponent; -0 is not fine. */
function isFine(digits: string): boolean {
  const point = digits.indexOf('.');
  if (point === -1) return WHOLE.test(digits);
  return digits.length - point <= VALUE_DECIMALS + 1 && !digits.includes('e');
}

const WHOLE = /^(0|-?[1-9]\d{0,14})$/;

/**
 * How to read a value that somebody gave in a unit system, such as a threshold.
 * @returns a function to the metric value, to the millionth
 */
export function reader(system: UnitSystem, metric: MetricUnit): (value: number) => number {
  const { factor, offset = 0 } = system === 'METRIC' ? { factor: 1 } : conversion(system, metric);
  const round = rounding(6);
  return (value) => round((value - offset) / factor);
}

/** The unit of differences and deviations: those of temperatures have no zero to move. */
export const differenceOf = (unit: MetricUnit): MetricUnit => (unit === '°C' ? 'K' : unit);

/**
 * The same as numbers, for a database that converts: value × factor + offset, rounded to so many decimals, halves up.
 */
export function conversionOf(
  system: UnitSystem,
  metric: MetricUnit,
): { factor: number; offset: number; decimals: number } {
  if (system === 'METRIC') return { factor: 1, offset: 0, decimals: VALUE_DECIMALS };
  const { factor, offset = 0, decimals } = conversion(system, metric);
  return { factor, offset, decimals };
}

function conversion(system: 'IMPERIAL' | 'SCIENTIFIC', metric: MetricUnit): Conversion {
  return (system === 'IMPERIAL' ? IMPERIAL : SCIENTIFIC)[metric];
}

function rounding(decimals: number): (value: number) => number {
  const scale = 10 ** decimals;
  // Adding 0 makes one zero of -0 and 0.
  return (value) => Math.round(value * scale) / scale + 0;
}
