import { DAY, MINUTE } from './time.js';

/** Minutes from one call for a followed city to the next, at least. */
export const SHORTEST_INTERVAL_MINUTES = 1;
/** And at most: 31 days. */
export const LONGEST_INTERVAL_MINUTES = (31 * DAY) / MINUTE;
