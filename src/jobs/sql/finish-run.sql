-- Ends a run, unless somebody else owns it by now; wakes those who wait for its end.
-- $1 id, $2 attempt, $3 status, $4 error
WITH ended AS (
  UPDATE runs
     SET status = $3::run_status, error = $4::text, finished_at = clock_timestamp(), lease_until = NULL
   WHERE id = $1::bigint AND attempt = $2::int AND status = 'RUNNING'
  RETURNING id
)
SELECT pg_notify('run_finished', id::text) FROM ended;
