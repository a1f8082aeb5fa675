import { z } from 'zod';

/** No quantity of the weather in any unit comes near; keeps sums and conversions finite. */
const LIMIT = 1e9;

/** A number that may be absent. Strings are not numbers; NaN and Infinity (JSON's 1e999) are refused. */
export const optionalNumber = z.number().min(-LIMIT).max(LIMIT).nullish();

/** As optionalNumber, whole. */
export const optionalInteger = z.int().min(-LIMIT).max(LIMIT).nullish();
