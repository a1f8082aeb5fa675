-- The nearest other cities of some cities, nearest first. The section between /*:name*/ and /*:*/ is exchanged: the
-- kilometres between two cities.
-- $1 cities, $2 farthest, km, $3 tracked (null: both), $4 neighbours of each at most
SELECT *
FROM (
  SELECT *, row_number() OVER (PARTITION BY city_id ORDER BY distance_km, id) AS place
  FROM (
    SELECT here.id AS city_id, there.*, /*:distance*/ NULL::float8 /*:*/ AS distance_km
    FROM cities AS here
    -- A degree of latitude is never less than 110.5 km: the index cuts the strip first.
    JOIN cities AS there
      ON there.id <> here.id
      AND there.latitude BETWEEN here.latitude - $2::float8 / 110.5 AND here.latitude + $2::float8 / 110.5
    WHERE here.id = ANY ($1::int[])
      AND ($3::bool IS NULL OR $3 = EXISTS (SELECT FROM tracked_cities WHERE city_id = there.id))
  ) AS pairs
  WHERE distance_km <= $2::float8
) AS neighbours
WHERE place <= $4
ORDER BY city_id, place;
