import { ask } from '../api/ask.js';
import type { Question } from '../api/copy.js';
import { MEASURES, type Measure, type MeasureName } from '../domain/measures.js';
import * as api from '../generated/graphql.js';
import type { Measured } from './map-values.js';
import { anomalyReadings, nowReadings, rankingReadings, recordReadings, weeksReadings } from './readings.js';

const DAY = 86_400_000;
/** Cities whose records or anomalies one question may ask for without costing too much. */
const BATCH = 80;

interface Request {
  name: MeasureName;
  units: api.Units;
  now: api.MapNowQuery;
}

/** Asks for what a measure needs beyond the newest observations. */
export async function loadMeasure({ name, units, now }: Request, signal: AbortSignal): Promise<Measured> {
  const { ranking, record, difference }: Measure = MEASURES[name];
  const ids = now.cities.nodes.map(({ id }) => id);
  if (ranking) return rankingReadings(await ask(api.MapRankingDocument, { by: ranking, units }, signal));
  if (record) {
    const answers = await inBatches(ids, (some) => ask(api.MapRecordsDocument, { ids: some, units }, signal));
    return recordReadings(
      answers.flatMap(({ cities }) => cities.nodes),
      record,
    );
  }
  if (difference === 'NORMAL') {
    const range = lastDays();
    const answers = await inBatches(ids, (some) =>
      ask(api.MapAnomaliesDocument, { ids: some, range, units }, signal),
    );
    return anomalyReadings(answers.flatMap(({ cities }) => cities.nodes));
  }
  if (difference === 'WEEKS')
    return weeksReadings(
      await ask(api.MapWeeksDocument, { ids, range: lastWeeks(), units }, signal),
      Date.now(),
    );
  return nowReadings(name, now);
}

/** The question behind a measure, of the first cities where it needs several. */
export function measureQuestion(name: MeasureName, units: api.Units, ids: readonly string[]): Question {
  const { ranking, record, difference }: Measure = MEASURES[name];
  const some = ids.slice(0, BATCH);
  if (ranking) return { query: api.MapRankingDocument.toString(), variables: { by: ranking, units } };
  if (record) return { query: api.MapRecordsDocument.toString(), variables: { ids: some, units } };
  if (difference === 'NORMAL')
    return {
      query: api.MapAnomaliesDocument.toString(),
      variables: { ids: some, range: lastDays(), units },
    };
  if (difference === 'WEEKS')
    return { query: api.MapWeeksDocument.toString(), variables: { ids, range: lastWeeks(), units } };
  return { query: api.MapNowDocument.toString(), variables: { units } };
}

async function inBatches<T>(ids: readonly string[], askFor: (some: string[]) => Promise<T>): Promise<T[]> {
  const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, i) =>
    ids.slice(i * BATCH, (i + 1) * BATCH),
  );
  return Promise.all(batches.map(askFor));
}

const dateBefore = (days: number): string => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);

/** Wherever a city is, its yesterday is among these. */
const lastDays = () => ({ from: dateBefore(2), to: dateBefore(0) });

/** Yesterday and the four weeks before, wherever a city is. */
const lastWeeks = () => ({ from: `${dateBefore(29)}T00:00:00Z`, to: `${dateBefore(-1)}T00:00:00Z` });
