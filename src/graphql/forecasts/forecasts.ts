import { run, sqlFile } from '../../database/sql.js';
import type { ForecastRequest } from '../arguments/forecasts.js';
import type { Context } from '../context.js';
import type { Source } from '../generated/resolvers.js';
import { sourceInfo } from '../lists/sources.js';
import { loadRows } from '../loaders/rows.js';
import type { CityNode, ForecastNode, RunNode } from '../nodes.js';
import { loadRun } from '../runs/runs.js';

const ISSUES = sqlFile(import.meta.url, 'issues.sql');
const RUNS = sqlFile(import.meta.url, 'runs.sql');

interface IssueRow {
  source: Source;
  issued_at: number;
}

/** The newest forecast of a city as of the instant asked for. */
export async function loadForecast(
  context: Context,
  city: CityNode,
  request: ForecastRequest,
): Promise<ForecastNode | null> {
  const { issued } = request;
  // Newest first.
  const [row] = await loadRows<IssueRow>(context, city.id, 'forecast', { issued }, () => ({
    ...ISSUES,
    values: [issued],
  }));
  const source = row && sourceInfo(row.source);
  return source ? { city, issuedAt: row.issued_at, source, request } : null;
}

/** What names a forecast. */
export type ForecastKey = Pick<ForecastNode, 'city' | 'issuedAt' | 'source'>;

export const nameOf = ({ city, issuedAt, source }: ForecastKey): string =>
  `${city.id} ${source.source} ${issuedAt}`;

/** Forecasts as three arrays, for a statement about many. */
export const keysOf = (forecasts: readonly ForecastKey[]) => [
  forecasts.map(({ city }) => city.id),
  forecasts.map(({ source }) => source.source),
  forecasts.map(({ issuedAt }) => issuedAt),
];

/** The run that fetched a forecast; null once the payload's record was removed. */
export async function loadRunOfForecast(context: Context, forecast: ForecastKey): Promise<RunNode | null> {
  const loader = context.loaders.getBy<ForecastKey, string>('run of forecast', nameOf, async (forecasts) => {
    const { rows } = await run<{ number: number; run_id: string }>(context.read, RUNS, keysOf(forecasts));
    const runs = new Map(rows.map(({ number, run_id: id }) => [number, id]));
    return new Map(
      forecasts.flatMap((one, i) => {
        const id = runs.get(i + 1);
        return id === undefined ? [] : [[nameOf(one), id] as const];
      }),
    );
  });
  const id = await loader.load(forecast);
  return id === undefined ? null : loadRun(context, id);
}
