-- Takes the most overdue cities to ask for, and keeps others from asking for them meanwhile.
-- $1 source, $2 cities at most, $3 seconds the claim holds, $4 only these cities or NULL,
-- $5 NULL for what is due; else whatever was last fetched before this instant, due or not (a refresh)
WITH due AS (
  SELECT city_id
    FROM tracked_cities
   WHERE source = $1::source
     AND NOT paused
     AND (claimed_until IS NULL OR claimed_until < now())
     AND ($4::int[] IS NULL OR city_id = ANY ($4::int[]))
     AND CASE
           WHEN $5::timestamptz IS NULL THEN next_due_at <= now()
           ELSE last_fetched_at IS NULL OR last_fetched_at < $5::timestamptz
         END
   ORDER BY next_due_at, city_id
   LIMIT $2::int
     FOR UPDATE SKIP LOCKED
)
UPDATE tracked_cities
   SET claimed_until = now() + make_interval(secs => $3::float8)
  FROM due
  JOIN cities ON cities.id = due.city_id
 WHERE tracked_cities.city_id = due.city_id
RETURNING tracked_cities.city_id, cities.latitude, cities.longitude;
