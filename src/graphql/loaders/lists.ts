import type { Context } from '../context.js';
import { cursorKind, positionKey, type ListArguments } from '../arguments/lists.js';
import { connect, cut, type Connection } from '../lists/connection.js';
import type { Item } from '../lists/items.js';
import {
  fetchPage,
  fetchPages,
  type CityWindow,
  type ListRequest,
  type Position,
  type Row,
} from '../lists/list.js';
import type { Projection } from '../lists/projection.js';
import type { CityNode } from '../nodes.js';
import { loadCity } from './cities.js';
import { windowOf } from './windows.js';

type Node = Item & { city: CityNode };

interface Placed {
  node: Node;
  position: Position;
}

/** One city's page of a list; the pages of many cities are read together. */
export async function loadCityList(
  context: Context,
  city: CityNode,
  args: ListArguments,
  projection: Projection,
): Promise<Connection<Node>> {
  const request = { ...args, projection };
  const window = await windowOf(context, city, args);
  const rows = window && (await loaderOf(context, request).load(narrow(window, args)));
  return connection(request, place(rows, new Map([[city.id, city]])));
}

/** A page of a list of many cities, city by city. */
export async function loadListOfCities(
  context: Context,
  args: ListArguments,
  projection: Projection,
): Promise<Connection<Node>> {
  const request = { ...args, projection };
  const found = await Promise.all(citiesInPage(args).map((id) => loadCity(context, id)));
  const cities = new Map(found.flatMap((city) => (city ? [[city.id, city]] : [])));
  const windows = await Promise.all([...cities.values()].map((city) => windowOf(context, city, args)));
  const rows = await fetchOfCities(
    context,
    request,
    windows.filter((window) => window !== undefined),
  );
  return connection(request, place(rows, cities));
}

/** The cities from the cursor's on, in the order they are read. */
function citiesInPage({ cityIds, after, before, backward }: ListArguments): number[] {
  const [least, greatest] = [after?.cityId ?? -Infinity, before?.cityId ?? Infinity];
  const ids = (cityIds ?? []).filter((id) => id >= least && id <= greatest).sort((a, b) => a - b);
  return backward ? ids.reverse() : ids;
}

async function fetchOfCities(context: Context, request: ListRequest, windows: CityWindow[]): Promise<Row[]> {
  const [first] = windows;
  if (!first) return [];
  const alike = windows.every(({ from, to }) => from === first.from && to === first.to);
  if (alike && request.kind.computed === undefined) return fetchPage(context.read, request, windows);
  // A page of each, of which the first ones fill the page.
  const narrowed = windows.map((window) => narrow(window, request));
  return (await fetchPages(context.read, request, narrowed)).flat().slice(0, request.limit + 1);
}

/** What lies before a cursor need not be read again. In a list of many cities that holds for the cursor's own. */
function narrow(
  window: CityWindow,
  { kind, direction, after, before }: Pick<ListRequest, 'kind' | 'direction' | 'after' | 'before'>,
): CityWindow {
  const here = [after, before].map((at) => ((at?.cityId ?? window.cityId) === window.cityId ? at : null));
  const [low, high] = direction === 'DESC' ? here.reverse() : here;
  // Another source may have observed at the same instant; of an hour or a day there is one.
  const next = kind.sourced ? 0 : 1;
  return {
    cityId: window.cityId,
    from: Math.max(window.from, low ? low.time + next : window.from),
    to: Math.min(window.to, high ? high.time + 1 - next : window.to),
  };
}

/** Windows of one city's list, or of many, are read together where all else is the same. */
function loaderOf(context: Context, request: ListArguments & { projection: Projection }) {
  const { kind, projection, window, ...rest } = request;
  const isTable = kind.computed === undefined;
  const name = JSON.stringify([kind.name, projection.key, rest, isTable || window]);
  return context.loaders.getBy<CityWindow, Row[]>(name, nameOf, async (windows) => {
    const pages =
      windows.length === 1 && isTable
        ? [await fetchPage(context.read, request, windows)]
        : await fetchPages(context.read, request, windows);
    return new Map(windows.map((wanted, i) => [nameOf(wanted), pages[i] ?? []]));
  });
}

const nameOf = ({ cityId, from, to }: CityWindow): string => `${cityId} ${from} ${to}`;

/** Items become nodes once they know their city. */
function place(rows: readonly Row[] | undefined, cities: ReadonlyMap<number, CityNode>): Placed[] {
  return (rows ?? []).flatMap(({ item, position }) => {
    const city = cities.get(position.cityId ?? 0);
    return city ? [{ node: Object.assign(item, { city }), position }] : [];
  });
}

function connection(request: ListArguments & { projection: Projection }, read: Placed[]): Connection<Node> {
  const { kind, projection } = request;
  const ofCities = request.cityIds !== null;
  const { rows, more } = cut(request, read);
  const nodes = rows.map(({ node }) => node);
  return connect(cursorKind(kind, ofCities), nodes, more, (_, index) => {
    const position = projection.cursors ? rows[index]?.position : undefined;
    return position ? positionKey(kind, ofCities, position) : [];
  });
}
