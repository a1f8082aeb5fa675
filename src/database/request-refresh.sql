-- Asks for a refresh, or finds the one that waits or works already (unique index runs_one_active_refresh).
-- $1 trigger, $2 who asked, $3 parameters
WITH requested AS (
  INSERT INTO runs (job, "trigger", requested_by, parameters)
  VALUES ('REFRESH', $1::run_trigger, $2::text, $3::jsonb)
  ON CONFLICT (job) WHERE job = 'REFRESH' AND status IN ('REQUESTED', 'RUNNING') DO NOTHING
  RETURNING id
)
SELECT id::text AS id, pg_notify('run_requested', id::text) FROM requested
UNION ALL
(SELECT id::text, NULL
   FROM runs
  WHERE job = 'REFRESH' AND status IN ('REQUESTED', 'RUNNING') AND NOT EXISTS (SELECT FROM requested)
  ORDER BY id DESC
  LIMIT 1);
