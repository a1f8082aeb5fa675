-- What the database knows of the pipeline, as one row; every number is cheap: an index, or a table of a few thousand rows.
-- $1 source in use, $2 names of its quota's periods that run now
SELECT
  (SELECT coalesce(json_agg(json_build_object(
            'source', source, 'paused', coalesce(paused_until > now(), false), 'failures', consecutive_failures)), '[]')
     FROM source_states) AS sources,
  (SELECT coalesce(json_agg(f), '[]')
     FROM (SELECT source, count(*) AS cities,
                  count(*) FILTER (WHERE lag > make_interval(mins => 3 * interval_minutes + 30)) AS stale,
                  coalesce(extract(epoch FROM max(lag)), 0) AS worst,
                  coalesce(extract(epoch FROM percentile_disc(0.5) WITHIN GROUP (ORDER BY lag)), 0) AS median
             FROM (SELECT source, interval_minutes, now() - greatest(last_observed_at, tracked_at) AS lag
                     FROM tracked_cities WHERE NOT paused) AS city
            GROUP BY source) AS f) AS freshness,
  (SELECT coalesce(json_object_agg(period, calls), '{}')
     FROM quota_usage WHERE source = $1::source AND period = ANY ($2::text[])) AS quota,
  -- The newest 10,000 of a day: a flood of refusals is a flood in any case.
  (SELECT coalesce(json_object_agg(reason, refused), '{}')
     FROM (SELECT reason, count(*) AS refused
             FROM (SELECT reason FROM rejects WHERE at > now() - interval '1 day' ORDER BY at DESC LIMIT 10000) AS newest
            GROUP BY reason) AS r) AS rejects,
  (SELECT coalesce(json_agg(q), '[]')
     FROM (SELECT job, status, count(*) AS runs
             FROM runs WHERE status IN ('REQUESTED', 'RUNNING') GROUP BY job, status) AS q) AS queue,
  (SELECT coalesce(json_agg(l), '[]')
     FROM (SELECT job,
                  -- Of the newest runs: the index leads to them.
                  (SELECT extract(epoch FROM max(finished_at))
                     FROM (SELECT finished_at, status FROM runs WHERE runs.job = jobs.job ORDER BY id DESC LIMIT 200) AS newest
                    WHERE status IN ('SUCCEEDED', 'PARTIAL')) AS at
             FROM unnest(enum_range(NULL::job)) AS jobs (job)) AS l
    WHERE at IS NOT NULL) AS ended,
  -- Counted no further than anybody needs to know.
  (SELECT count(*)::int FROM (SELECT FROM payloads WHERE state = 'PENDING' LIMIT 100000) AS p) AS payloads_pending,
  (SELECT count(*)::int FROM (SELECT FROM stale_hours LIMIT 100000) AS h) AS stale_hours,
  (SELECT coalesce(json_agg(c), '[]')
     FROM (SELECT "check" AS name, severity, failing + (status = 'ERRORED')::int AS failing FROM data_check_results
            WHERE run_id = (SELECT run_id FROM data_check_results ORDER BY id DESC LIMIT 1)) AS c) AS checks,
  (SELECT coalesce(json_object_agg(kind, open), '{}')
     FROM (SELECT kind, count(*) AS open FROM alerts WHERE resolved_at IS NULL GROUP BY kind) AS a) AS alerts,
  (SELECT count(*)::int FROM alerts WHERE next_attempt_at IS NOT NULL) AS alerts_undelivered;
