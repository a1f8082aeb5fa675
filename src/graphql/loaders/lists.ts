import type { PageRequest } from '../arguments/page.js';
import { decodeCursor } from '../arguments/cursor.js';
import type { TimeWindow } from '../arguments/window.js';
import type { Context } from '../context.js';
import type { SortDirection, Source, Units } from '../generated/resolvers.js';
import { SOURCES } from '../../domain/source.js';
import { connect, cut, type Connection } from '../lists/connection.js';
import type { Item } from '../lists/items.js';
import {
  fetchPage,
  fetchPageByCity,
  type CityWindow,
  type ListKind,
  type ListRequest,
  type Position,
  type Rows,
} from '../lists/list.js';
import type { Projection } from '../lists/projection.js';
import type { CityNode } from '../nodes.js';
import { windowOf } from './windows.js';

/** What a field under a city asks for; checked. */
export interface CityListRequest {
  kind: ListKind;
  window: TimeWindow;
  page: PageRequest;
  units: Units;
  direction: SortDirection;
  projection: Projection;
  /** Only from this source, where the list has one. */
  source: Source | null;
  /** The kind's own parameters, from $9 on. */
  parameters: readonly unknown[];
}

type Node = Item & { city: CityNode };

/** One city's page of a list; the pages of many cities are read together. */
export async function loadCityList(
  context: Context,
  city: CityNode,
  asked: CityListRequest,
): Promise<Connection<Node>> {
  const { kind, window, projection } = asked;
  const request = listRequest(asked);
  const cityWindow = await windowOf(context, city, window, kind.grain, asked.source);
  const rows = cityWindow && (await loaderOf(context, request, window).load(narrow(cityWindow, request)));
  const { rows: page, more } = cut(request, zip(rows));
  const nodes = page.map(({ item }) => Object.assign(item, { city }));
  return connect(kind.name, nodes, more, (_, index) =>
    projection.cursors ? keyOf(kind, page[index]?.position) : [],
  );
}

function listRequest({ kind, page, ...asked }: CityListRequest): ListRequest {
  return {
    ...asked,
    kind,
    limit: page.limit,
    backward: page.backward,
    after: readPosition('after', page.after, kind),
    before: readPosition('before', page.before, kind),
  };
}

/** What lies before a cursor need not be read again. */
function narrow({ cityId, from, to }: CityWindow, { direction, after, before }: ListRequest): CityWindow {
  const [low, high] = direction === 'DESC' ? [before, after] : [after, before];
  return { cityId, from: Math.max(from, low?.time ?? from), to: Math.min(to, (high?.time ?? to) + 1) };
}

function loaderOf(context: Context, request: ListRequest, window: TimeWindow) {
  const { kind, projection, units, direction, limit, backward, after, before, parameters } = request;
  const name = JSON.stringify([
    ...[kind.name, projection.key, units, direction, limit, backward],
    ...[after, before, parameters, window],
  ]);
  return context.loaders.getBy<CityWindow, Rows>(
    name,
    ({ cityId }) => cityId,
    async (windows) => {
      if (windows.length > 1) return fetchPageByCity(context.read, request, [...windows]);
      return new Map([[windows[0]?.cityId ?? 0, await fetchPage(context.read, request, [...windows])]]);
    },
  );
}

function zip(rows: Rows | undefined): { item: Item; position: Position | undefined }[] {
  return (rows?.items ?? []).map((item, i) => ({ item, position: rows?.positions[i] }));
}

/** What a cursor under one city holds. */
function keyOf(kind: ListKind, position: Position | undefined): (number | string)[] {
  if (!position) return [];
  return kind.sourced ? [position.time, position.source ?? ''] : [position.time];
}

/** Reads a cursor under one city; checks it, too. */
export function readPosition(argument: string, text: string | undefined, kind: ListKind): Position | null {
  if (text === undefined) return null;
  const isKey = (key: unknown[]): key is [number, string] =>
    key.length === (kind.sourced ? 2 : 1) &&
    Number.isSafeInteger(key[0]) &&
    Math.abs(key[0] as number) < 1e11 &&
    (!kind.sourced || SOURCES.some((source) => source === key[1]));
  const [time, source] = decodeCursor<readonly [number, string]>(argument, text, kind.name, isKey);
  return { cityId: null, time, source: kind.sourced ? source : null };
}
