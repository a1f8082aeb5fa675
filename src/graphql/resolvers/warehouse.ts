import { SECOND } from '../../domain/time.js';
import type { WarehouseResolvers } from '../generated/resolvers.js';
import {
  countCities,
  countObservations,
  countTracked,
  firstObserved,
  lastObserved,
  latestChecks,
  quotas,
} from '../warehouse/figures.js';
import { quotaPlan } from '../warehouse/plan.js';

export const Warehouse: WarehouseResolvers = {
  cities: (_, _args, { read }) => countCities(read),
  trackedCities: (_, _args, { read }) => countTracked(read),
  observations: (_, _args, { read }) => countObservations(read),
  firstObservedAt: (_, _args, { read }) => firstObserved(read),
  lastObservedAt: (_, _args, { read }) => lastObserved(read),
  demo: (_, _args, { surroundings }) => surroundings.demo,
  quotas: (_, _args, context) => quotas(context),
  plan: (_, _args, context) => quotaPlan(context),
  nextRuns: (_, _args, { surroundings }) =>
    surroundings.nextRuns().map(({ job, at }) => ({ job, at: at.getTime() / SECOND })),
  checks: (_, _args, { read }) => latestChecks(read),
};
