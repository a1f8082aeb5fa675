-- How many cities a fetch has before it; parameters as in claim-due-cities.sql without its limits. A refresh also
-- counts those that another process is just asking for: it is not done before they are.
-- $1 source, $2 only these cities or NULL, $3 an instant, $4 due at it, else not fetched since, $5 without these
SELECT count(*)::int AS cities
  FROM tracked_cities
 WHERE source = $1::source
   AND NOT paused
   AND ($2::int[] IS NULL OR city_id = ANY ($2::int[]))
   AND CASE
         WHEN $4::boolean THEN next_due_at <= $3::timestamptz
              AND (claimed_until IS NULL
                   OR claimed_until < now()
                   OR (SELECT holder.attempt > claimed_attempt OR holder.finished_at IS NOT NULL
                         FROM runs AS holder WHERE holder.id = claimed_run_id))
         ELSE last_fetched_at IS NULL OR last_fetched_at < $3::timestamptz
       END
   AND city_id <> ALL ($5::int[]);
