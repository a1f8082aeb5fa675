-- Takes the oldest run of a job that waits, or whose owner let its lease run out. One run of a job at a time:
-- while another holds a lease nothing is taken. FOR UPDATE waits for, or here skips, a run whose last owner is
-- inside a write transaction (the fence holds FOR KEY SHARE).
-- $1 job, $2 owner, $3 lease in seconds, $4 deaths at most, $5 only this run, or NULL
WITH candidate AS (
  SELECT id
    FROM runs
   WHERE job = $1::job
     AND ($5::bigint IS NULL OR id = $5::bigint)
     AND (status = 'REQUESTED' OR (status = 'RUNNING' AND lease_until < now() AND deaths < $4::int - 1))
     AND NOT EXISTS (
       SELECT FROM runs AS other WHERE other.job = $1::job AND other.status = 'RUNNING' AND other.lease_until >= now()
     )
   ORDER BY id
   LIMIT 1
     FOR UPDATE SKIP LOCKED
)
UPDATE runs
   SET status = 'RUNNING',
       owner = $2::text,
       attempt = runs.attempt + 1,
       deaths = runs.deaths + (runs.status = 'RUNNING')::int,
       lease_until = clock_timestamp() + make_interval(secs => $3::float8),
       heartbeat_at = clock_timestamp(),
       started_at = coalesce(runs.started_at, clock_timestamp())
  FROM candidate
 WHERE runs.id = candidate.id
RETURNING runs.id::text AS id, runs.attempt, runs."trigger", runs.parameters, runs.requested_at,
          runs.window_from, runs.window_to, runs.progress_done;
