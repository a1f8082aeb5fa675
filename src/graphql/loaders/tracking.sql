-- How some cities are followed. $1 cities
SELECT
  city_id,
  source,
  interval_minutes AS "intervalMinutes",
  CASE WHEN NOT paused THEN extract(epoch FROM next_due_at)::float8 END AS "nextDueAt",
  extract(epoch FROM last_fetched_at)::float8 AS "lastFetchedAt",
  extract(epoch FROM last_observed_at)::float8 AS "lastObservedAt",
  paused,
  failures
FROM tracked_cities
WHERE city_id = ANY ($1::int[]);
