-- How many cities a fetch has before it; parameters as in claim-due-cities.sql without its limits.
-- $1 source, $2 only these cities or NULL, $3 fetched before, or NULL
SELECT count(*)::int AS due
  FROM tracked_cities
 WHERE source = $1::source
   AND NOT paused
   AND ($2::int[] IS NULL OR city_id = ANY ($2::int[]))
   AND CASE
         WHEN $3::timestamptz IS NULL THEN next_due_at <= now()
         ELSE last_fetched_at IS NULL OR last_fetched_at < $3::timestamptz
       END;
