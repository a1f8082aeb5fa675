-- Renews the lease of a run and writes what it did since the last beat. No row: the run is no longer ours.
-- Progress never goes back: a job may have written more of it with its work while this statement was under way.
-- $1 id, $2 attempt, $3 lease in seconds, $4 progress done, $5 progress total, $6 counts as JSON
UPDATE runs
   SET heartbeat_at = clock_timestamp(),
       lease_until = clock_timestamp() + make_interval(secs => $3::float8),
       deaths = CASE WHEN $4::int > progress_done THEN 0 ELSE deaths END,
       progress_done = greatest(progress_done, $4::int),
       progress_total = $5::int,
       calls = calls + coalesce(($6::jsonb ->> 'calls')::int, 0),
       payloads = payloads + coalesce(($6::jsonb ->> 'payloads')::int, 0),
       observations_inserted = observations_inserted + coalesce(($6::jsonb ->> 'observationsInserted')::int, 0),
       observations_updated = observations_updated + coalesce(($6::jsonb ->> 'observationsUpdated')::int, 0),
       observations_unchanged = observations_unchanged + coalesce(($6::jsonb ->> 'observationsUnchanged')::int, 0),
       rejects = rejects + coalesce(($6::jsonb ->> 'rejects')::int, 0),
       hours_summarised = hours_summarised + coalesce(($6::jsonb ->> 'hoursSummarised')::int, 0),
       days_summarised = days_summarised + coalesce(($6::jsonb ->> 'daysSummarised')::int, 0)
 WHERE id = $1::bigint AND attempt = $2::int AND status = 'RUNNING'
RETURNING id;
