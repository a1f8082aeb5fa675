import { MEASURES, type MeasureName } from '../domain/measures.js';
import type { MapNowQuery, MapRankingQuery, Parameter } from '../generated/graphql.js';

export type MapCity = MapNowQuery['cities']['nodes'][number];

/** A city on the map. */
export interface Spot {
  city: MapCity;
  /** Null where the measure has no value: it is drawn hollow. */
  value: number | null;
}

type Newest = NonNullable<MapCity['latestObservation']>;

const NOW: Partial<Record<MeasureName, { parameter: Parameter; read: (newest: Newest) => number | null }>> = {
  TEMPERATURE: { parameter: 'AIR_TEMPERATURE', read: ({ airTemperature }) => airTemperature },
  HUMIDITY: { parameter: 'RELATIVE_HUMIDITY', read: ({ relativeHumidity }) => relativeHumidity },
  WIND: { parameter: 'WIND_SPEED', read: ({ wind }) => wind.speed },
  PRESSURE: { parameter: 'MEAN_SEA_LEVEL_PRESSURE', read: ({ pressure }) => pressure.meanSeaLevel },
};

export interface MapValues {
  label: string;
  unit: string;
  /** Largest value first, those without one last. */
  spots: Spot[];
}

/** The values of a measure of every city, from what is observed now or from yesterday's ranking. */
export function mapValues(
  measure: MeasureName,
  now: MapNowQuery,
  ranking: MapRankingQuery | null,
): MapValues {
  const { label } = MEASURES[measure];
  const newest = NOW[measure];
  const ranked = new Map(ranking?.ranking.map(({ city, value }) => [city.id, value]));
  const valueOf = (city: MapCity): number | null => {
    if (!newest) return ranked.get(city.id) ?? null;
    return city.latestObservation ? newest.read(city.latestObservation) : null;
  };
  const unit = newest
    ? now.parameters.find(({ parameter }) => parameter === newest.parameter)?.unit
    : ranking?.ranking[0]?.unit;
  const spots = now.cities.nodes.map((city) => ({ city, value: valueOf(city) }));
  return { label, unit: unit ?? '', spots: spots.sort(byValue) };
}

const byValue = (a: Spot, b: Spot): number => (b.value ?? -Infinity) - (a.value ?? -Infinity) || 0;
