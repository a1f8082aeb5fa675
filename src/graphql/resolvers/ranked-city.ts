import { DAY_SECONDS } from '../arguments/instants.js';
import type { RankedCityResolvers } from '../generated/resolvers.js';
import { DAILY_SUMMARIES } from '../lists/daily-summaries.js';
import { ofObject } from '../lists/projection.js';
import { cityList, loadCityList } from '../loaders/lists.js';

/** A page of one day. */
const ONE_DAY = {
  kind: DAILY_SUMMARIES,
  cityIds: null,
  direction: 'ASC',
  limit: 1,
  backward: false,
  after: null,
  before: null,
  source: null,
  // Whatever its coverage: it was good enough to be ranked.
  parameters: [0],
} as const;

export const RankedCity: RankedCityResolvers = {
  summary: async ({ city, day }, _args, context, info) => {
    if (!day) return null;
    const window = { kind: 'RANGE', from: day.date, to: day.date + DAY_SECONDS } as const;
    const list = cityList({ ...ONE_DAY, window, units: day.units }, ofObject(info));
    const page = await loadCityList(context, city, list);
    return page.nodes[0] ?? null;
  },
};
