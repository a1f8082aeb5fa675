-- Runs as the command line shows them, newest first. $1 ids
SELECT id::text AS id, job, "trigger", status, requested_by AS "requestedBy", owner,
       parameters, window_from AS "windowFrom", window_to AS "windowTo",
       json_build_object('done', progress_done, 'total', progress_total) AS progress,
       json_build_object(
         'calls', calls, 'payloads', payloads, 'observationsInserted', observations_inserted,
         'observationsUpdated', observations_updated, 'observationsUnchanged', observations_unchanged,
         'rejects', rejects, 'hoursSummarised', hours_summarised, 'daysSummarised', days_summarised) AS counts,
       error, requested_at AS "requestedAt", started_at AS "startedAt", finished_at AS "finishedAt",
       status = 'RUNNING' AND lease_until < now() AS "isOrphan"
  FROM runs
 WHERE id = ANY ($1::bigint[])
 ORDER BY runs.id DESC;
