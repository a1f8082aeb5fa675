-- Ends a run that waits or works, and wakes those who wait for its end. $1 id, $2 who cancels
WITH cancelled AS (
  UPDATE runs
     SET status = 'CANCELLED', error = format('Cancelled by %s.', $2::text), finished_at = clock_timestamp(),
         lease_until = NULL
   WHERE id = $1::bigint AND status IN ('REQUESTED', 'RUNNING')
  RETURNING id
)
SELECT pg_notify('run_finished', id::text) FROM cancelled;
