-- What the followed cities ask of a source, and what was used of each period.
-- $1 source, $2 period names
SELECT (SELECT count(*)::int FROM tracked_cities WHERE source = $1::source AND NOT paused) AS cities,
       (SELECT coalesce(sum(1.0 / interval_minutes), 0)::float8
          FROM tracked_cities
         WHERE source = $1::source AND NOT paused) AS calls_per_minute,
       (SELECT coalesce(json_object_agg(period, calls), '{}')
          FROM quota_usage
         WHERE source = $1::source AND period = ANY ($2::text[])) AS used;
