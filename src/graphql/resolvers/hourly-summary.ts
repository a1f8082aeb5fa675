import { observationsOfHour } from '../arguments/lists.js';
import type { HourlySummaryResolvers } from '../generated/resolvers.js';
import { ofConnection } from '../lists/projection.js';
import { cityList, loadCityList } from '../loaders/lists.js';

/** Nothing lies in it: a filled hour is made of no observations. */
const NO_TIME = { from: 0, to: 0, source: null };

export const HourlySummary: HourlySummaryResolvers = {
  observations: ({ city, span = NO_TIME }, args, context, info) => {
    const { source, from, to } = span;
    const window = { kind: 'RANGE', from, to: source === null ? from : to } as const;
    const asked = { ...observationsOfHour(args), window, source, parameters: [source] };
    return loadCityList(context, city, cityList(asked, ofConnection(info)));
  },
};
