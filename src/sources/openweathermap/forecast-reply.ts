import { z } from 'zod';
import { optionalInteger, optionalNumber } from '../number.js';
import { coordinates, readings } from './response.js';

// As in response.ts: everything is optional, so that one odd field costs that field and not the reply.

/** Amounts of the three hours before the instant. */
const amounts = z.object({ '3h': optionalNumber }).nullish();

const step = z.object({
  dt: z.int().nullish(),
  ...readings,
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
      coord: coordinates,
    })
    .nullish(),
});

export type ForecastReply = z.output<typeof forecastReply>;
export type ForecastStep = z.output<typeof step>;
