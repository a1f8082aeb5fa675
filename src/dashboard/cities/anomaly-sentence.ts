import { formatDay, formatValue } from '../domain/format.js';
import type { RecordsQuery } from '../generated/graphql.js';

type Anomalies = NonNullable<RecordsQuery['city']>['anomalies'][number];

/** How the newest day that can be compared differs from what is usual; or why none can be. */
export function anomalySentence(anomalies: Anomalies | undefined): string {
  const newest = anomalies?.days.findLast(({ anomaly }) => anomaly !== null);
  if (!anomalies || typeof newest?.anomaly !== 'number')
    return 'What is usual is not known: it takes ten years of history, which a backfill can fetch.';
  const difference = formatValue(Math.abs(newest.anomaly), anomalies.deviationUnit);
  const how = newest.anomaly < 0 ? 'colder' : 'warmer';
  return `${formatDay(newest.date)} was ${difference} ${how} than the days around it in ${newest.years} other years.`;
}
