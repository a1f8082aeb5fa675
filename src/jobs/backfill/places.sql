-- The places of a backfill, in an order that stays the same while it runs.
-- $1 city ids, or NULL for all tracked ones
SELECT id, latitude, longitude
  FROM cities
 WHERE CASE WHEN $1::int[] IS NULL THEN id IN (SELECT city_id FROM tracked_cities) ELSE id = ANY ($1::int[]) END
 ORDER BY id;
