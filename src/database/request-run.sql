-- Puts a run into the queue and wakes the workers.
-- $1 job, $2 trigger, $3 who asked, $4 parameters, $5 and $6 window
WITH requested AS (
  INSERT INTO runs (job, "trigger", requested_by, parameters, window_from, window_to)
  VALUES ($1::job, $2::run_trigger, $3::text, $4::jsonb, $5::timestamptz, $6::timestamptz)
  RETURNING id
)
SELECT id::text AS id, pg_notify('run_requested', id::text) FROM requested;
