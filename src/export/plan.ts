import { run, sqlFile } from '../database/sql.js';
import type { SourceName } from '../domain/source.js';
import { DAY, SECOND } from '../domain/time.js';
import type { Context } from '../graphql/context.js';
import type { CityWindow, ListKind } from '../graphql/lists/list.js';
import { exchange } from '../graphql/lists/template.js';
import { windowOf } from '../graphql/loaders/windows.js';
import type { ExportRequest } from './arguments/request.js';
import { exportedAs } from './datasets.js';
import { bind, type Literal } from './literals.js';

const CHOSEN_CITIES = sqlFile(import.meta.url, 'chosen-cities.sql');

interface ChosenCity {
  id: number;
  time_zone: string;
  sources: SourceName[];
}

/** An export that can be begun. */
export interface ExportPlan {
  request: ExportRequest;
  /** Sources that values of the cities come from. */
  sources: SourceName[];
  /** The statement to copy, with its columns still to be named by the format. */
  select: (columns: string) => string;
}

/** Looks up what the statement of an export needs: the cities, and each one's part of time. */
export async function planExport(
  context: Pick<Context, 'read' | 'now' | 'loaders'>,
  request: ExportRequest,
): Promise<ExportPlan> {
  const { ids, countryCode, tracked } = request.cities;
  const chosen = await run<ChosenCity>(context.read, CHOSEN_CITIES, [ids, countryCode, tracked]);
  const cities = chosen.rows.filter(({ id }) => id >= (request.after?.cityId ?? 0));
  const windows = await Promise.all(
    cities.map(({ id, time_zone: timeZone }) => windowOf(context, { id, timeZone }, request)),
  );
  const spans = windows.flatMap((window) => (window ? [beyond(window, request)] : []));
  const sources = [...new Set(cities.flatMap((city) => city.sources))].sort();
  return {
    request,
    sources: request.source ? sources.filter((source) => source === request.source) : sources,
    select: (columns) => statement(request, spans, columns),
  };
}

/** Of the city that an export goes on in, only what is later; another source may have observed at the same instant. */
function beyond(window: CityWindow, { after, kind }: ExportRequest): CityWindow {
  if (after?.cityId !== window.cityId) return window;
  return { ...window, from: Math.max(window.from, after.time + NEXT[kind.grain]) };
}

/** Seconds from an item of a list to where the next one may be. */
const NEXT: Readonly<Record<ListKind['grain'], number>> = { INSTANT: 0, HOUR: 1, LOCAL_DAY: DAY / SECOND };

function statement(request: ExportRequest, windows: readonly CityWindow[], columns: string): string {
  const { kind, limit, after } = request;
  const parameters = request.parameters as readonly Literal[];
  const { text } = exportedAs(kind).statement;
  const spans = [windows.map((w) => w.cityId), windows.map((w) => w.from), windows.map((w) => w.to)];
  if (kind.computed !== undefined) {
    const hours = bind(kind.computed, [...spans, ...parameters]);
    return exchange(text, { columns, hours, limit: bind('$1::bigint', [limit]) });
  }
  const place = kind.sourced ? [after?.time ?? null, after?.source ?? null, after?.cityId ?? null] : [];
  return exchange(bind(text, [...spans, limit, ...parameters, ...place]), { columns });
}
