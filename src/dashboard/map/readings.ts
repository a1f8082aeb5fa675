import { differenceUnit } from '../domain/format.js';
import type { MeasureName } from '../domain/measures.js';
import type {
  MapAnomaliesQuery,
  MapNowQuery,
  MapRankingQuery,
  MapRecordsQuery,
  MapWeeksQuery,
  Parameter,
  RecordKind,
} from '../generated/graphql.js';
import type { MapCity, Measured, Reading } from './map-values.js';

type Newest = NonNullable<MapCity['latestObservation']>;

const NOW: Partial<Record<MeasureName, { parameter: Parameter; read: (newest: Newest) => number | null }>> = {
  TEMPERATURE: { parameter: 'AIR_TEMPERATURE', read: ({ airTemperature }) => airTemperature },
  HUMIDITY: { parameter: 'RELATIVE_HUMIDITY', read: ({ relativeHumidity }) => relativeHumidity },
  WIND: { parameter: 'WIND_SPEED', read: ({ wind }) => wind.speed },
  PRESSURE: { parameter: 'MEAN_SEA_LEVEL_PRESSURE', read: ({ pressure }) => pressure.meanSeaLevel },
};
const DAY = 86_400_000;
/** Days that a mean of weeks must rest on. */
const ENOUGH_DAYS = 14;

const measured = (unit: string | undefined, readings: Iterable<[string, Reading]>): Measured => ({
  unit: unit ?? '',
  readings: new Map(readings),
});

/** What is observed now. */
export function nowReadings(name: MeasureName, { parameters, cities }: MapNowQuery): Measured {
  const measure = NOW[name];
  const unit = parameters.find(({ parameter }) => parameter === measure?.parameter)?.unit;
  const valueOf = ({ latestObservation: newest }: MapCity) =>
    newest && measure ? measure.read(newest) : null;
  return measured(
    unit,
    cities.nodes.map((city) => [city.id, { value: valueOf(city) }]),
  );
}

/** Yesterday's ranking. */
export const rankingReadings = ({ ranking }: MapRankingQuery): Measured =>
  measured(
    ranking[0]?.unit,
    ranking.map(({ city, value }) => [city.id, { value }]),
  );

/** The newest day that has an anomaly: which day is over differs around the world. */
export function anomalyReadings(cities: MapAnomaliesQuery['cities']['nodes']): Measured {
  const newest = (city: (typeof cities)[number]) =>
    city.anomalies[0]?.days.findLast(({ anomaly }) => anomaly !== null)?.anomaly ?? null;
  return measured(
    cities[0]?.anomalies[0]?.deviationUnit,
    cities.map((city) => [city.id, { value: newest(city) }]),
  );
}

/** An extreme, with the first day that set it. */
export function recordReadings(cities: MapRecordsQuery['cities']['nodes'], kind: RecordKind): Measured {
  const found = cities.map(({ id, records }) => ({ id, record: records.find((one) => one.kind === kind) }));
  return measured(
    found[0]?.record?.unit,
    found.map(({ id, record }) => [id, { value: record?.value ?? null, date: record?.dates[0] }]),
  );
}

/** The newest day that is over, less the mean of the days before; null where too few of them are known. */
export function weeksReadings({ series }: MapWeeksQuery, now: number): Measured {
  const departure = ({ time, columns }: (typeof series)[number]): number | null => {
    const over = (columns[0]?.values ?? []).filter((_, i) => Date.parse(time[i] ?? '') + DAY <= now);
    const before = over.slice(0, -1).filter((value) => value !== null);
    const last = over.at(-1);
    if (last === null || last === undefined || before.length < ENOUGH_DAYS) return null;
    return last - before.reduce((sum, value) => sum + value, 0) / before.length;
  };
  const unit = series[0]?.columns[0]?.unit;
  return measured(
    // A difference of temperatures has no zero point.
    differenceUnit(unit ?? ''),
    series.map((one) => [one.city.id, { value: departure(one) }]),
  );
}
