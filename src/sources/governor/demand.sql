-- What the followed cities would ask of a source if some more were followed, or at another interval.
-- $1 source, $2 ids of those, $3 their interval in minutes
WITH demand AS (
  SELECT city_id, interval_minutes
    FROM tracked_cities
   WHERE source = $1::source AND NOT paused AND city_id <> ALL ($2::int[])
  UNION ALL
  SELECT id, $3::int FROM unnest($2::int[]) AS id
)
SELECT count(*)::int AS cities, coalesce(sum(1.0 / interval_minutes), 0)::float8 AS "callsPerMinute" FROM demand;
