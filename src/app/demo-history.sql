-- Whether the demo's history is to be asked for: it never was, or the last fill failed and nobody asked since. The caller
-- holds the row of demo_history in settings, so that no two replicas ask side by side. A person's cancelling stands.
-- $1 seconds since its end, $2 fills of the last day, this one included: both bounds of a program that runs on
WITH fills AS (
  SELECT id, status, requested_at, finished_at FROM runs WHERE job = 'BACKFILL' AND requested_by = 'demo'
),
latest AS (
  SELECT status, finished_at FROM fills ORDER BY id DESC LIMIT 1
)
SELECT status IN ('FAILED', 'PARTIAL', 'ABANDONED')
       AND finished_at <= clock_timestamp() - make_interval(secs => $1::float8)
       AND (SELECT count(*) FROM fills WHERE requested_at > clock_timestamp() - interval '1 day') < $2::int AS again
  FROM latest;
