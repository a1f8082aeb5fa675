-- The runs that wait or work, and the newest finished one of each job.
SELECT id::text AS id FROM runs WHERE status IN ('REQUESTED', 'RUNNING')
UNION
SELECT max(id)::text FROM runs WHERE status NOT IN ('REQUESTED', 'RUNNING') GROUP BY job;
