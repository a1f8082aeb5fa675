-- Closes runs whose owner died as often as is allowed: something in them kills the process.
-- $1 attempts at most
UPDATE runs
   SET status = 'ABANDONED',
       finished_at = clock_timestamp(),
       error = format('Given up after %s attempts: its process died each time. Look for its id in the logs.', attempt)
 WHERE status = 'RUNNING' AND lease_until < now() AND attempt >= $1::int
RETURNING id::text AS id, job;
