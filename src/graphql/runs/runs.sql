-- Runs, newest first or, from the end, oldest first: the section between /*:order*/ and /*:*/ is exchanged.
-- $1 ids (null: all), $2 job, $3 status, $4 asked for since (seconds since 1970), $5 only before this id, $6 only after
-- this id, $7 at most
SELECT
  id::text AS id, job, "trigger", status, error, requested_by,
  extract(epoch FROM window_from)::float8 AS window_from,
  extract(epoch FROM window_to)::float8 AS window_to,
  extract(epoch FROM requested_at)::float8 AS requested_at,
  extract(epoch FROM started_at)::float8 AS started_at,
  extract(epoch FROM finished_at)::float8 AS finished_at,
  progress_done, progress_total, calls, payloads,
  observations_inserted, observations_updated, observations_unchanged,
  rejects, hours_summarised, days_summarised
FROM runs
WHERE ($1::bigint[] IS NULL OR id = ANY ($1::bigint[]))
  AND ($2::job IS NULL OR job = $2)
  AND ($3::run_status IS NULL OR status = $3)
  AND ($4::float8 IS NULL OR requested_at >= to_timestamp($4))
  AND ($5::bigint IS NULL OR id < $5)
  AND ($6::bigint IS NULL OR id > $6)
ORDER BY runs.id /*:order*/ DESC /*:*/
LIMIT $7;
