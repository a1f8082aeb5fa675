import { parseRunId, parseSomeCityIds } from '../arguments/ids.js';
import type { Context } from '../context.js';
import type { SubscriptionResolvers } from '../generated/resolvers.js';

/** Listening begins before subscribing returns: what is committed from then on is heard. */
async function subscriberOf({ subscriber }: Context): Promise<NonNullable<Context['subscriber']>> {
  if (!subscriber) throw new Error('A subscription runs without its source of events');
  await subscriber.feed.listen();
  return subscriber;
}

export const Subscription: SubscriptionResolvers = {
  observationAdded: {
    subscribe: async (_, { cityIds, units }, context) => {
      const { feed, onSlow } = await subscriberOf(context);
      return feed.observations.subscribe(parseSomeCityIds('cityIds', cityIds), units, onSlow);
    },
  },
  runProgress: {
    subscribe: async (_, { id }, context) => {
      const { feed, onSlow } = await subscriberOf(context);
      return feed.runs.subscribe(parseRunId('id', id), onSlow);
    },
  },
};
