-- Closes runs whose owner died as often as is allowed: something in them kills the process.
-- $1 deaths at most
UPDATE runs
   SET status = 'ABANDONED',
       finished_at = clock_timestamp(),
       error = format('Given up after %s processes in a row died over it. Look for its id in their logs.', $1::int)
 WHERE status = 'RUNNING' AND lease_until < now() AND deaths >= $1::int - 1
RETURNING id::text AS id, job;
