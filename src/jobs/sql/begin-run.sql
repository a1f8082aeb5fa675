-- Begins a run that is its asker's own. $1 job, $2 owner, $3 parameters, $4 lease in seconds
INSERT INTO runs (job, "trigger", requested_by, parameters, status, owner, attempt, lease_until, heartbeat_at, started_at)
VALUES ($1::job, 'CLI', $2::text, $3::jsonb, 'RUNNING', $2::text, 1,
        clock_timestamp() + make_interval(secs => $4::float8), clock_timestamp(), clock_timestamp())
RETURNING id::text AS id, requested_at;
