import type { ObservationResolvers } from '../generated/resolvers.js';
import { loadRunOfPayload } from '../runs/payload-run.js';

export const Observation: ObservationResolvers = {
  run: ({ city, payloadId }, _args, context) =>
    payloadId === undefined ? null : loadRunOfPayload(context, { cityId: city.id, payloadId }),
};
