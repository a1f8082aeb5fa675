import type { RejectResolvers, RunResolvers } from '../generated/resolvers.js';
import { loadKnownCity } from '../loaders/cities.js';
import { loadRejects } from '../runs/rejects.js';

export const Run: RunResolvers = {
  rejects: (run, args, context) => loadRejects(context, run.id, args),
};

export const Reject: RejectResolvers = {
  city: ({ cityId }, _args, context) => loadKnownCity(context, cityId),
};
