-- Jobs with a run to take: waiting, or left by an owner whose lease ran out.
SELECT DISTINCT job FROM runs WHERE status = 'REQUESTED' OR (status = 'RUNNING' AND lease_until < now());
