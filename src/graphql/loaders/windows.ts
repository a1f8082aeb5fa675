import { localDate, SECOND } from '../../domain/time.js';
import { DAY_SECONDS, parseDate } from '../arguments/instants.js';
import type { ListArguments } from '../arguments/lists.js';
import type { Context } from '../context.js';
import type { CityWindow, ListKind } from '../lists/list.js';
import type { CityNode } from '../nodes.js';
import { loadNewest } from './cities.js';

/** What of a city decides where its days begin. */
type Place = Pick<CityNode, 'id' | 'timeZone'>;

const GRAINS = { INSTANT: 1, HOUR: 3600, LOCAL_DAY: DAY_SECONDS } as const;

/**
 * What the part of time asked for is for a city: half-open, seconds since 1970, cut at the borders of what the list's
 * items stand for. Undefined when it is the newest part and there is nothing.
 */
export async function windowOf(
  context: Pick<Context, 'now' | 'read' | 'loaders' | 'gather'>,
  city: Place,
  { window, kind, source }: Pick<ListArguments, 'window' | 'kind' | 'source'>,
): Promise<CityWindow | undefined> {
  if (window.kind === 'RANGE') return { cityId: city.id, from: window.from, to: window.to };
  const until = window.kind === 'PAST' ? context.now : await loadNewest(context, city.id, source);
  if (until === undefined) return undefined;
  const to = start(until, city, kind.grain) + GRAINS[kind.grain];
  return { cityId: city.id, from: to - window.seconds, to };
}

/** Start of the hour or local day an instant lies in; a day is named by its midnight in UTC. */
function start(instant: number, city: Place, grain: ListKind['grain']): number {
  if (grain === 'LOCAL_DAY') return parseDate('date', localDate(new Date(instant * SECOND), city.timeZone));
  return Math.floor(instant / GRAINS[grain]) * GRAINS[grain];
}
