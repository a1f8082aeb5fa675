-- Puts a scheduled run into the queue, once a slot however many replicas tick, and only when there is work:
-- an idle minute leaves no row.
-- The slot is the minute of the database's clock, whatever the replicas' clocks say.
-- $1 job, $2 trigger, $3 whether it stands for a slot of the timetable; else it is asked for in between
WITH requested AS (
  INSERT INTO runs (job, slot, "trigger", requested_by)
  SELECT $1::job, CASE WHEN $3::boolean THEN date_trunc('minute', now()) END, $2::run_trigger, 'schedule'
   WHERE NOT EXISTS (SELECT FROM runs WHERE job = $1::job AND status = 'REQUESTED')
     AND CASE $1::job
           WHEN 'FETCH' THEN EXISTS (
             SELECT
               FROM tracked_cities AS city
               LEFT JOIN source_states AS state ON state.source = city.source AND state.paused_until > now()
              WHERE city.next_due_at <= now() AND NOT city.paused AND state.source IS NULL)
           WHEN 'FORECAST' THEN EXISTS (
             SELECT
               FROM tracked_cities AS city
               LEFT JOIN source_states AS state ON state.source = city.source AND state.paused_until > now()
              WHERE city.next_forecast_at <= now() AND NOT city.paused AND state.source IS NULL)
           WHEN 'LOAD' THEN EXISTS (SELECT FROM payloads WHERE state = 'PENDING')
           WHEN 'TRANSFORM' THEN EXISTS (SELECT FROM stale_hours)
           -- Transforms follow each other by the minute; looking at two days again for each would be waste.
           WHEN 'CHECK' THEN NOT EXISTS (
             SELECT FROM runs WHERE job = 'CHECK' AND requested_at > now() - interval '5 minutes')
           -- What was done may have changed something, time alone does so slowly, and the webhook may be asked again.
           WHEN 'ALERT' THEN
             EXISTS (SELECT FROM alerts WHERE next_attempt_at <= now())
             OR NOT EXISTS (SELECT FROM runs WHERE job = 'ALERT' AND requested_at > now() - interval '5 minutes')
             OR EXISTS (
               SELECT FROM runs
                WHERE id > (SELECT max(id) FROM runs WHERE job = 'ALERT') AND status NOT IN ('REQUESTED', 'RUNNING'))
           ELSE true
         END
  ON CONFLICT (job, slot) DO NOTHING
  RETURNING id
)
SELECT id::text AS id, pg_notify('run_requested', id::text) FROM requested;
