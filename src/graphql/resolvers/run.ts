import type { PayloadResolvers, RejectResolvers, RunResolvers } from '../generated/resolvers.js';
import { ofConnection } from '../lists/projection.js';
import { loadKnownCity } from '../loaders/cities.js';
import { loadObservationsOfRun } from '../runs/observations.js';
import { loadBody, loadPayload } from '../runs/payloads.js';
import { loadRejects } from '../runs/rejects.js';
import { loadRun } from '../runs/runs.js';

export const Run: RunResolvers = {
  observations: (run, args, context, info) =>
    loadObservationsOfRun(context, run.id, args, ofConnection(info)),
  rejects: (run, args, context) => loadRejects(context, run.id, args),
};

export const Reject: RejectResolvers = {
  city: ({ cityId }, _args, context) => loadKnownCity(context, cityId),
  run: ({ runId }, _args, context) => loadRun(context, runId),
  payload: ({ cityId, payloadId }, _args, context) => loadPayload(context, { cityId, payloadId }),
};

export const Payload: PayloadResolvers = {
  body: ({ cityId, id }, _args, context) => loadBody(context, { cityId, payloadId: id }),
  run: ({ runId }, _args, context) => loadRun(context, runId),
};
