-- Gives a run back to the queue when its process stops: another worker takes it up at once.
-- $1 id, $2 attempt
WITH released AS (
  UPDATE runs
     SET status = 'REQUESTED', owner = NULL, lease_until = NULL
   WHERE id = $1::bigint AND attempt = $2::int AND status = 'RUNNING'
  RETURNING id
)
SELECT pg_notify('run_requested', id::text) FROM released;
