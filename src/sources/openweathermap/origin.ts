import type { CurrentReply } from './response.js';

/** When and where a reply is from, with the paths at which it says so. */
export interface Origin {
  /** Unix seconds. */
  instant: { path: string; value: number | null | undefined };
  coordinates: { path: string; latitude: number | null | undefined; longitude: number | null | undefined };
  /** OpenWeatherMap's city id. */
  id: number | null | undefined;
}

/**
 * Replies say `dt`, `coord` and `id`. The lines of a bulk snapshot say `time` instead, and have the place and its id
 * in `city`; all else is as in a reply of that year.
 */
export function originOf(reply: CurrentReply): Origin {
  const inCity = !reply.coord && reply.city;
  const isTimed = (reply.dt ?? null) === null && (reply.time ?? null) !== null;
  const place = inCity ? inCity.coord : reply.coord;
  return {
    instant: isTimed ? { path: 'time', value: reply.time } : { path: 'dt', value: reply.dt },
    coordinates: {
      path: inCity ? 'city.coord' : 'coord',
      latitude: place?.lat,
      longitude: place?.lon,
    },
    id: inCity ? inCity.id : reply.id,
  };
}
