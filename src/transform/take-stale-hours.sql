-- Takes the first marks of stale hours off the list and returns their city-hours, each once, as parallel arrays.
-- $1 marks at most, $2 city ids or NULL for all
--
-- A mark belongs to the transaction that wrote its observations: marks that are not committed yet are not seen here
-- and stay for the next round, so no observation is ever left out.
WITH first AS (
  SELECT city_id, hour, id
    FROM stale_hours
   WHERE $2::int[] IS NULL OR city_id = ANY ($2::int[])
   ORDER BY city_id, hour, id
   LIMIT $1::int
),
taken AS (
  DELETE FROM stale_hours AS s
   USING first AS f
   WHERE s.city_id = f.city_id AND s.hour = f.hour AND s.id = f.id
  RETURNING s.city_id, s.hour
)
SELECT count(*)::int AS hours, array_agg(city_id)::text AS city_ids, array_agg(hour)::text AS starts
  FROM (SELECT DISTINCT city_id, hour FROM taken) AS distinct_hours;
