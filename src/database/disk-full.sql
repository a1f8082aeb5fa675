-- Whether a job of the timetable failed for want of room when it last ended. It tries again every minute while it has work, so
-- what is older than some minutes says nothing. $1 how the error of such a run begins
SELECT EXISTS (
  SELECT FROM unnest('{FETCH,LOAD,TRANSFORM}'::job[]) AS jobs (job)
   WHERE (SELECT status = 'FAILED' AND starts_with(error, $1) AND finished_at > now() - interval '10 minutes'
            FROM runs WHERE runs.job = jobs.job AND finished_at IS NOT NULL ORDER BY id DESC LIMIT 1)) AS is_full;
