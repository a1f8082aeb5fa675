import { formatDay, formatValue } from '../domain/format.js';
import { MEASURES, type Measure, type MeasureName } from '../domain/measures.js';
import type { MapNowQuery } from '../generated/graphql.js';

export type MapCity = MapNowQuery['cities']['nodes'][number];

/** What a measure says of a city. */
export interface Reading {
  value: number | null;
  /** The day it is of, where cities have different ones: 2026-11-05. */
  date?: string | undefined;
}

/** A measure's readings by the city's id. */
export interface Measured {
  unit: string;
  readings: ReadonlyMap<string, Reading>;
}

/** A city on the map; without a value it is drawn hollow. */
export interface Spot extends Reading {
  city: MapCity;
}

export interface MapValues {
  label: string;
  unit: string;
  /** Differences have a sign, and zero in the middle of their colours. */
  isDifference: boolean;
  /** Largest value first, those without one last. */
  spots: Spot[];
}

/** Puts what was measured to the cities it is of. */
export function mapValues(
  name: MeasureName,
  cities: readonly MapCity[],
  { unit, readings }: Measured,
): MapValues {
  const measure: Measure = MEASURES[name];
  const spots = cities.map((city) => ({ city, ...(readings.get(city.id) ?? { value: null }) }));
  const isDifference = measure.difference !== undefined;
  return { label: measure.label, unit, isDifference, spots: spots.sort(byValue) };
}

const byValue = (a: Spot, b: Spot): number => (b.value ?? -Infinity) - (a.value ?? -Infinity) || 0;

/** A value as the map prints it: +1.2 K of a difference. */
export function valueText(
  { unit, isDifference }: Pick<MapValues, 'unit' | 'isDifference'>,
  value: number | null,
): string {
  const text = formatValue(value, unit);
  return isDifference && value !== null && value > 0 ? `+${text}` : text;
}

/** A spot's value, and its day if it has one of its own. */
export const spotText = (values: MapValues, { value, date }: Reading): string =>
  `${valueText(values, value)}${date ? `, ${formatDay(date)}` : ''}`;
