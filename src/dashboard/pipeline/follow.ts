import { ask } from '../api/ask.js';
import { TrackCitiesDocument, UntrackCitiesDocument } from '../generated/graphql.js';
import type { Outcome } from './outcome.js';

interface Answer {
  cities: { name: string }[];
  userErrors: { message: string }[];
}

/** Follows a city from now on. */
export async function follow(id: string): Promise<Outcome> {
  const { trackCities } = await ask(TrackCitiesDocument, { cityIds: [id] });
  return outcomeOf(trackCities, 'is followed: its weather comes with the next run.');
}

/** Follows a city no longer; what is known of it stays. */
export async function unfollow(id: string): Promise<Outcome> {
  const { untrackCities } = await ask(UntrackCitiesDocument, { cityIds: [id] });
  return outcomeOf(untrackCities, 'is followed no longer; what is known of it stays.');
}

function outcomeOf({ cities, userErrors }: Answer, done: string): Outcome {
  if (userErrors.length > 0)
    return { text: userErrors.map(({ message }) => message).join(' '), isGood: false };
  return { text: `${cities.map(({ name }) => name).join(', ')} ${done}`, isGood: true };
}
