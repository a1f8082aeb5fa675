import type { Context } from '../context.js';
import { cursorKind, positionKey, type ListArguments } from '../arguments/lists.js';
import { connect, cut, WrittenPage, type Connection } from '../lists/connection.js';
import type { Item } from '../lists/items.js';
import {
  emptyPage,
  fetchPage,
  fetchPages,
  type CityWindow,
  type ListRequest,
  type Page,
} from '../lists/list.js';
import type { Projection } from '../lists/projection.js';
import type { CityNode } from '../nodes.js';
import { ItemWriter } from '../written/write.js';
import { loadCity } from './cities.js';
import type { Lookup } from './gatherer.js';
import { loaderOf } from './look-up.js';
import { windowOf } from './windows.js';

type Request = ListArguments & { projection: Projection };

/** A list that cities have: what is asked of it, and how its pages are read. */
export interface CityList {
  request: Request;
  pages: Lookup<CityWindow, Page>;
}

/** Prepares to read a list of each of any number of cities. */
export function cityList(args: ListArguments, projection: Projection): CityList {
  const request = { ...args, projection };
  return { request, pages: pagesOf(request) };
}

type Node = Item & { city: CityNode };
type ListPage = Connection<Node> | WrittenPage;
type Cities = ReadonlyMap<number, CityNode>;

/** One city's page of a list; the pages of many cities are read together. */
export async function loadCityList(
  context: Context,
  city: CityNode,
  { request, pages }: CityList,
): Promise<ListPage> {
  const window = await windowOf(context, city, request);
  const page = window && (await loaderOf(context, pages).load(narrow(window, request)));
  return connection(request, page ?? emptyPage(request), new Map([[city.id, city]]));
}

/** A page of a list of many cities, city by city. */
export async function loadListOfCities(
  context: Context,
  args: ListArguments,
  projection: Projection,
): Promise<ListPage> {
  const request = { ...args, projection };
  const found = await Promise.all(citiesInPage(args).map((id) => loadCity(context, id)));
  const cities = new Map(found.flatMap((city) => (city ? [[city.id, city]] : [])));
  const windows = await Promise.all([...cities.values()].map((city) => windowOf(context, city, args)));
  const page = await fetchOfCities(
    context,
    request,
    windows.filter((window) => window !== undefined),
  );
  return connection(request, page, cities);
}

/** The cities from the cursor's on, in the order they are read. */
function citiesInPage({ cityIds, after, before, backward }: ListArguments): number[] {
  const [least, greatest] = [after?.cityId ?? -Infinity, before?.cityId ?? Infinity];
  const ids = (cityIds ?? []).filter((id) => id >= least && id <= greatest).sort((a, b) => a - b);
  return backward ? ids.reverse() : ids;
}

async function fetchOfCities(context: Context, request: ListRequest, windows: CityWindow[]): Promise<Page> {
  const [first] = windows;
  if (!first) return emptyPage(request);
  const alike = windows.every(({ from, to }) => from === first.from && to === first.to);
  if (alike && request.kind.computed === undefined) return fetchPage(context.read, request, windows);
  // A page of each, of which the first ones fill the page.
  const narrowed = windows.map((window) => narrow(window, request));
  const pages = await fetchPages(context.read, request, narrowed);
  const { read } = pages[0] ?? emptyPage(request);
  return { read, rows: pages.flatMap(({ rows }) => rows).slice(0, request.limit + 1) };
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
function pagesOf(request: Request): Lookup<CityWindow, Page> {
  const { kind, projection, window, ...rest } = request;
  const isTable = kind.computed === undefined;
  return {
    name: JSON.stringify([kind.name, projection.key, rest, isTable || window]),
    idOf: nameOf,
    read: async (db, windows) => {
      const pages =
        windows.length === 1 && isTable
          ? [await fetchPage(db, request, windows)]
          : await fetchPages(db, request, windows);
      return new Map(windows.flatMap((wanted, i) => (pages[i] ? [[nameOf(wanted), pages[i]]] : [])));
    },
    // What is computed takes each city once, whatever its window.
    rowsOfKey: isTable ? request.limit + 1 : Infinity,
  };
}

const nameOf = ({ cityId, from, to }: CityWindow): string => `${cityId} ${from} ${to}`;

/** Cuts what was read to the page; items become nodes once they know their city. */
function connection(request: Request, { read, rows: found }: Page, cities: Cities): ListPage {
  const { kind } = request;
  const ofCities = request.cityIds !== null;
  const { rows, more } = cut(request, found);
  const keyOf = (row: number | undefined) =>
    row === undefined ? [] : positionKey(kind, ofCities, read.positionOf(row));
  const name = cursorKind(kind, ofCities);
  const { items } = read;
  if (items instanceof ItemWriter) return new WrittenPage(items, connect(name, rows, more, keyOf));
  const nodes = rows.flatMap((row) => {
    const city = cities.get(read.cityOf(row));
    // A copy: other requests may have been answered the same items.
    return city ? [{ ...items[row], city }] : [];
  });
  return connect(name, nodes, more, (_, index) => keyOf(rows[index]));
}
