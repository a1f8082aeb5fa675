import { loadAlertRules, loadAlerts } from '../alerts/alerts.js';
import { citiesOf } from '../arguments/cities.js';
import { parseCityId } from '../arguments/ids.js';
import { dailySummariesOfCities, movingAveragesOfCities, observationsOfCities } from '../arguments/lists.js';
import { compareSourcesOf } from '../arguments/nearby.js';
import { rankingOf } from '../arguments/ranking.js';
import { seriesOf } from '../arguments/series.js';
import { listCities } from '../cities/list.js';
import type { QueryResolvers } from '../generated/resolvers.js';
import { compareSources } from '../insights/compare-sources.js';
import { ofConnection } from '../lists/projection.js';
import { loadCity } from '../loaders/cities.js';
import { loadListOfCities } from '../loaders/lists.js';
import { loadRanking } from '../ranking/ranking.js';
import { listRejects } from '../runs/all-rejects.js';
import { listRuns, loadRun } from '../runs/runs.js';
import { loadSeries } from '../series/series.js';
import { listTrackingChanges } from '../tracking/changes.js';
import { parameterInfos } from './parameters.js';

export const Query: QueryResolvers = {
  city: (_, { id }, context) => loadCity(context, parseCityId('id', id)),
  cities: (_, args, { read }) => listCities(read, citiesOf(args)),
  observations: (_, args, context, info) =>
    loadListOfCities(context, observationsOfCities(args), ofConnection(info)),
  dailySummaries: (_, args, context, info) =>
    loadListOfCities(context, dailySummariesOfCities(args), ofConnection(info)),
  movingAverages: (_, args, context, info) =>
    loadListOfCities(context, movingAveragesOfCities(args, context.surroundings.windows), ofConnection(info)),
  series: (_, args, context) => loadSeries(context, seriesOf(args)),
  ranking: (_, args, context) => loadRanking(context, rankingOf(args)),
  compareSources: (_, args, context) => compareSources(context, compareSourcesOf(args)),
  warehouse: () => ({}),
  parameters: (_, { units }) => parameterInfos(units),
  viewer: (_, _args, { role, keyName }) => ({ role: role === 'ADMIN' ? 'ADMIN' : 'READ', keyName }),
  run: (_, { id }, context) => loadRun(context, id),
  runs: (_, args, context) => listRuns(context, args),
  rejects: (_, args, context) => listRejects(context, args),
  alertRules: (_, _args, context) => loadAlertRules(context),
  alerts: (_, args, context) => loadAlerts(context, args),
  trackingChanges: (_, args, context) => listTrackingChanges(context, args),
};
