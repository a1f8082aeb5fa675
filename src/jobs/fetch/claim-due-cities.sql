-- Takes the most overdue cities to ask for, and keeps others from asking for them meanwhile.
-- $1 source, $2 cities at most, $3 seconds the claim holds, $4 only these cities or NULL, $5 an instant,
-- $6 true: cities due at that instant; false: those not fetched since, due or not (a refresh), $7 without these,
-- $8 run and $9 attempt that claim.
-- A claim ends early with its holder: when its run has ended, or was taken over by a later attempt. Both are for good,
-- so that a snapshot taken before the claim cannot mistake a living holder for a dead one.
WITH due AS (
  SELECT city_id
    FROM tracked_cities
   WHERE source = $1::source
     AND NOT paused
     AND (claimed_until IS NULL
          OR claimed_until < now()
          OR (SELECT holder.attempt > claimed_attempt OR holder.finished_at IS NOT NULL
                FROM runs AS holder WHERE holder.id = claimed_run_id))
     AND ($4::int[] IS NULL OR city_id = ANY ($4::int[]))
     AND CASE
           WHEN $6::boolean THEN next_due_at <= $5::timestamptz
           ELSE last_fetched_at IS NULL OR last_fetched_at < $5::timestamptz
         END
     AND city_id <> ALL ($7::int[])
   ORDER BY next_due_at, city_id
   LIMIT $2::int
     FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE tracked_cities
     SET claimed_until = now() + make_interval(secs => $3::float8),
         claimed_run_id = $8::bigint,
         claimed_attempt = $9::int
    FROM due
   WHERE tracked_cities.city_id = due.city_id
  RETURNING tracked_cities.city_id, tracked_cities.next_due_at, tracked_cities.claimed_until
)
SELECT claimed.city_id, cities.latitude, cities.longitude, claimed.claimed_until
  FROM claimed
  JOIN cities ON cities.id = claimed.city_id
 ORDER BY claimed.next_due_at, claimed.city_id;
