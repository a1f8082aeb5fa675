import type { Context } from '../context.js';
import type { MutationResolvers, TrackCitiesPayloadResolvers } from '../generated/resolvers.js';
import { LoaderCache } from '../loaders/loader-cache.js';
import { quotaPlan } from '../warehouse/plan.js';
import { createAlertRule, deleteAlertRule } from '../writes/alert-rules.js';
import { rebuildSummaries, replay, retryRejects } from '../writes/again.js';
import { planBackfill, startBackfill } from '../writes/backfill.js';
import { cancelRun } from '../writes/cancel.js';
import { refreshWeather } from '../writes/refresh.js';
import { trackCities, untrackCities } from '../writes/tracking.js';

type Write<Input, Payload> = (context: Context, input: Input) => Promise<Payload>;

/** Mutations of one document run one after the other; each must see what those before it changed. */
const write =
  <Input, Payload>(task: Write<Input, Payload>) =>
  (_: unknown, { input }: { input: Input }, context: Context): Promise<Payload> => {
    context.loaders = new LoaderCache();
    return task(context, input);
  };

export const Mutation: MutationResolvers = {
  refreshWeather: write(refreshWeather),
  trackCities: write(trackCities),
  untrackCities: write(untrackCities),
  planBackfill: write(planBackfill),
  startBackfill: write(startBackfill),
  replay: write(replay),
  retryRejects: write(retryRejects),
  rebuildSummaries: write(rebuildSummaries),
  cancelRun: write(cancelRun),
  createAlertRule: write(createAlertRule),
  deleteAlertRule: write(deleteAlertRule),
};

export const TrackCitiesPayload: TrackCitiesPayloadResolvers = {
  plan: (_, _args, context) => quotaPlan(context),
};
