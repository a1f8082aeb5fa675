/**
 * How the tables lie on Citus: facts are distributed by city_id and colocated, so that all rows of a city are on one
 * node; references are copied to every node; the rest stays on the coordinator. docs/scaling.md has the commands.
 */
export const FACTS: ReadonlySet<string> = new Set([
  'payloads',
  'observations',
  'latest_observations',
  'rejects',
  'stale_hours',
  'hourly_summaries',
  'daily_summaries',
  'moving_averages',
  'forecasts',
]);

/** Joined by every node: where cities are, and in which time zone. */
export const REFERENCES: ReadonlySet<string> = new Set(['cities', 'tracked_cities']);

/** The column that says on which node a row lies. */
export const KEY = 'city_id';
