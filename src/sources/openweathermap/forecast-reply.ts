import { z } from 'zod';
import { optionalInteger, optionalNumber } from '../number.js';

// As in response.ts: everything is optional, so that one odd field costs that field and not the reply.

/** Amounts of the three hours before the instant. */
const amounts = z.object({ '3h': optionalNumber }).nullish();

const step = z.object({
  dt: z.int().nullish(),
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
  weather: z
    .array(z.object({ id: z.int().min(200).max(999).nullish() }).nullish())
    .max(20)
    .nullish(),
  clouds: z.object({ all: optionalNumber }).nullish(),
  wind: z.object({ speed: optionalNumber, deg: optionalNumber, gust: optionalNumber }).nullish(),
  visibility: optionalNumber,
  /** 0 to 1. */
  pop: z.number().min(0).max(1).nullish(),
  rain: amounts,
  snow: amounts,
});

/** A reply of /data/2.5/forecast: 40 steps of three hours. */
export const forecastReply = z.object({
  list: z.array(step.nullish()).max(200).nullish(),
  city: z
    .object({
      id: optionalInteger,
      coord: z
        .object({ lat: z.number().min(-90).max(90).nullish(), lon: z.number().min(-180).max(360).nullish() })
        .nullish(),
    })
    .nullish(),
});

export type ForecastReply = z.output<typeof forecastReply>;
export type ForecastStep = z.output<typeof step>;
