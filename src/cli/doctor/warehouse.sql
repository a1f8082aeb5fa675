-- What the doctor looks at in a warehouse. $1 source
SELECT (SELECT count(*)::int FROM cities) AS cities,
       EXISTS (SELECT FROM settings WHERE key = 'catalogue') AS "hasCatalogue",
       (SELECT value::boolean FROM settings WHERE key = 'demo') AS "isDemo",
       (SELECT count(*)::int FROM tracked_cities WHERE source = $1::source AND NOT paused) AS tracked,
       (SELECT count(*)::int FROM tracked_cities WHERE source <> $1::source) AS "trackedElsewhere",
       ARRAY(SELECT id::text FROM runs WHERE status = 'RUNNING' AND lease_until < now() ORDER BY id) AS orphans,
       ARRAY(SELECT id::text
               FROM runs
              WHERE status = 'REQUESTED' AND requested_at < now() - interval '2 minutes'
                AND NOT EXISTS (
                  SELECT FROM runs AS other
                   WHERE other.job = runs.job AND other.status = 'RUNNING' AND other.lease_until >= now())
              ORDER BY id) AS waiting,
       (SELECT count(*)::int FROM payloads WHERE state = 'PENDING' AND fetched_at < now() - interval '10 minutes') AS pending,
       ARRAY(SELECT format('%s until %s: %s', source, paused_until, pause_reason)
               FROM source_states WHERE paused_until > now() ORDER BY source) AS pauses,
       ARRAY(SELECT latest."check"
               FROM (SELECT DISTINCT ON ("check") "check", severity, status
                       FROM data_check_results ORDER BY "check", checked_at DESC, id DESC) AS latest
              WHERE status <> 'PASSED' AND severity = 'ERROR'
              ORDER BY 1) AS "failingChecks";
