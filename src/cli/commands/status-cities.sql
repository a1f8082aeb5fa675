-- What is followed and how fresh it is, by the rule of the check city-is-stale.
SELECT count(*)::int AS followed,
       count(*) FILTER (WHERE paused)::int AS paused,
       count(*) FILTER (WHERE NOT paused AND next_due_at <= now())::int AS due,
       count(*) FILTER (WHERE failures > 0)::int AS failing,
       count(*) FILTER (WHERE last_observed_at IS NULL)::int AS "neverObserved",
       count(*) FILTER (WHERE NOT paused AND greatest(last_observed_at, tracked_at)
                                < now() - make_interval(mins => 3 * interval_minutes + 30))::int AS stale,
       max(last_observed_at) AS newest,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY last_observed_at) AS median,
       min(last_observed_at) AS oldest,
       min(next_due_at) FILTER (WHERE NOT paused) AS "nextDueAt",
       array_agg(DISTINCT source ORDER BY source)::text[] AS sources
  FROM tracked_cities;
