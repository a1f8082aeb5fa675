import { cursorKind, positionKey, readPosition } from '../arguments/lists.js';
import { parsePage } from '../arguments/page.js';
import type { Context } from '../context.js';
import type { RunObservationsArgs } from '../generated/resolvers.js';
import { distinct, fetchColumns, selectRows } from '../lists/columns.js';
import { connect, cut, type Connection } from '../lists/connection.js';
import { secondsOf } from '../lists/fields.js';
import { ItemBuilder, type Item } from '../lists/items.js';
import type { ListKind, Position } from '../lists/list.js';
import { OBSERVATIONS } from '../lists/observations.js';
import type { Projection } from '../lists/projection.js';
import { sqlTemplate } from '../lists/template.js';
import { loadKnownCity } from '../loaders/cities.js';
import type { ObservationNode } from '../nodes.js';
import { pagesOfRuns } from './pages.js';

const PAGE = sqlTemplate(import.meta.url, 'observations.sql');
/** Its cursors are its own. */
const OF_RUN: ListKind = { ...OBSERVATIONS, name: 'observation of a run' };

const RUN = { sql: 'run_id::text', type: 'TEXT' } as const;
const CITY = { sql: 'city_id', type: 'NUMBER' } as const;
const TIME = { sql: secondsOf('observed_at'), type: 'NUMBER' } as const;
const SOURCE = { sql: 'source', type: 'TEXT' } as const;

/** Checks the arguments of `Run.observations`. */
export function observationsOfRun({ units, ...args }: RunObservationsArgs) {
  const page = parsePage(args);
  return {
    ...page,
    units,
    after: readPosition('after', page.after, OF_RUN, true),
    before: readPosition('before', page.before, OF_RUN, true),
  };
}

type PageOfRun = ReturnType<typeof observationsOfRun>;

interface Row {
  item: Item;
  position: Position & { cityId: number };
}

/** A page of the observations that rest on what a run fetched; those of many runs are read together. */
export async function loadObservationsOfRun(
  context: Context,
  runId: string,
  args: RunObservationsArgs,
  projection: Projection,
): Promise<Connection<ObservationNode>> {
  const page = observationsOfRun(args);
  const name = `observations of run ${JSON.stringify(page)} ${projection.key}`;
  const loader = context.loaders.get<string, Row[]>(name, (ids) =>
    fetchPages(context, ids, page, projection),
  );
  const { rows, more } = cut(page, (await loader.load(runId)) ?? []);
  const nodes = await Promise.all(
    rows.map(async ({ item, position }): Promise<ObservationNode> => {
      return { ...item, city: await loadKnownCity(context, position.cityId) };
    }),
  );
  return connect(cursorKind(OF_RUN, true), nodes, more, (_, index) => {
    const position = rows[index]?.position;
    return position ? positionKey(OF_RUN, true, position) : [];
  });
}

async function fetchPages(
  { read }: Context,
  runIds: readonly string[],
  page: PageOfRun,
  projection: Projection,
): Promise<Map<string, Row[]>> {
  const builder = new ItemBuilder(OBSERVATIONS.fields, projection);
  const columns = distinct([RUN, CITY, TIME, SOURCE, ...builder.columns]);
  const order = ['city_id', 'observed_at', 'source']
    .map((by) => (page.backward ? `${by} DESC` : by))
    .join(', ');
  const statement = pagesOfRuns(PAGE, { count: runIds.length, order, columns: selectRows(columns) });
  const bounds = [page.after, page.before].flatMap((at) => [at?.cityId, at?.time, at?.source]);
  const values = [runIds, page.limit + 1, ...bounds.map((value) => value ?? null)];
  const answer = await fetchColumns(read, statement, columns, values);
  const [cities, times] = [answer.numbers(CITY.sql), answer.numbers(TIME.sql)];
  const [runs, sources] = [answer.texts(RUN.sql), answer.texts(SOURCE.sql)];
  const byRun = new Map<string, Row[]>(runIds.map((id) => [id, []]));
  for (const [i, item] of builder.build(answer, page.units).entries()) {
    const position = { cityId: cities[i] ?? 0, time: times[i] ?? 0, source: sources[i] ?? null };
    byRun.get(runs[i] ?? '')?.push({ item, position });
  }
  return byRun;
}
