import { z } from 'zod';
import { optionalInteger, optionalNumber } from '../number.js';

// Everything is optional here and null counts as absent: what a reply must hold is said in parse.ts, so that one
// odd field costs that field and not the reply. Fields that are not named are ignored.

/** Condition codes are 200 to 804 today; replies of before 2016 also have 9xx. */
const condition = z.object({ id: z.int().min(200).max(999).nullish() }).nullish();

/** Amounts of the last hour; replies of before 2019 have "3h" instead, which is another quantity. */
const amounts = z.object({ '1h': optionalNumber }).nullish();

export const coordinates = z
  .object({
    lat: z.number().min(-90).max(90).nullish(),
    lon: z.number().min(-180).max(360).nullish(),
  })
  .nullish();

/** What replies of all kinds measure. */
export const readings = {
  weather: z.array(condition).max(20).nullish(),
  main: z
    .object({
      temp: optionalNumber,
      feels_like: optionalNumber,
      pressure: optionalNumber,
      sea_level: optionalNumber,
      grnd_level: optionalNumber,
      humidity: optionalNumber,
    })
    .nullish(),
  visibility: optionalNumber,
  wind: z.object({ speed: optionalNumber, deg: optionalNumber, gust: optionalNumber }).nullish(),
  clouds: z.object({ all: optionalNumber }).nullish(),
};

/** A reply of /data/2.5/weather, or a line of a bulk snapshot; see origin.ts for where they differ. */
export const currentReply = z.object({
  coord: coordinates,
  city: z.object({ id: optionalInteger, coord: coordinates }).nullish(),
  ...readings,
  rain: amounts,
  snow: amounts,
  dt: z.int().nullish(),
  time: z.int().nullish(),
  id: optionalInteger,
});

export type CurrentReply = z.output<typeof currentReply>;
