-- Puts a run into the queue and wakes the workers; or finds the one that waits or works already, where the same may not
-- be under way twice (unique indexes runs_one_active_refresh and runs_one_active_request).
-- $1 job, $2 trigger, $3 who asked, $4 parameters, $5 and $6 window
WITH requested AS (
  INSERT INTO runs (job, "trigger", requested_by, parameters, window_from, window_to)
  VALUES ($1::job, $2::run_trigger, $3::text, $4::jsonb, $5::timestamptz, $6::timestamptz)
  ON CONFLICT DO NOTHING
  RETURNING id
)
SELECT id::text AS id, pg_notify('run_requested', id::text) FROM requested
UNION ALL
(SELECT id::text, NULL
   FROM runs
  WHERE job = $1::job AND status IN ('REQUESTED', 'RUNNING') AND NOT EXISTS (SELECT FROM requested)
    AND (job = 'REFRESH'
         OR (md5(parameters::text) = md5(($4::jsonb)::text)
             AND window_from IS NOT DISTINCT FROM $5::timestamptz(0)
             AND window_to IS NOT DISTINCT FROM $6::timestamptz(0)))
  ORDER BY runs.id DESC
  LIMIT 1);
