import { hoursOfDay } from '../arguments/lists.js';
import type { DailySummaryResolvers } from '../generated/resolvers.js';
import { ofConnection } from '../lists/projection.js';
import { cityList, loadCityList } from '../loaders/lists.js';

export const DailySummary: DailySummaryResolvers = {
  hours: ({ city, span = { from: 0, to: 0 } }, args, context, info) => {
    const window = { kind: 'RANGE', ...span } as const;
    return loadCityList(context, city, cityList({ ...hoursOfDay(args), window }, ofConnection(info)));
  },
};
