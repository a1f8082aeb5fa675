-- Finds our city for each reply of a file: the one whose id the reply names, if it is within 50 km of where the
-- reply says it is, else the nearest within 50 km. Replies without a city near are not returned.
-- $1 number of the reply, $2 its id, $3 latitude, $4 longitude
--
-- 0.45 degrees of latitude are 50 km; of longitude it takes more, the nearer to a pole. A box that reaches over
-- the antimeridian is searched a whole turn further as well.
WITH place AS (
  SELECT number, id, latitude, longitude,
         0.45 / greatest(cosd(least(abs(latitude) + 0.45, 90)), 0.0025) AS reach
    FROM unnest($1::int[], $2::bigint[], $3::float8[], $4::float8[]) AS p (number, id, latitude, longitude)
), named AS (
  SELECT p.number, c.id AS city_id,
         2 * 6371.0088 * asin(least(1, sqrt(
           sind((c.latitude - p.latitude) / 2) ^ 2
           + cosd(p.latitude) * cosd(c.latitude) * sind((c.longitude - p.longitude) / 2) ^ 2
         ))) AS km
    FROM place AS p
    JOIN cities AS c ON c.id = p.id
), near AS (
  SELECT p.number, c.id AS city_id,
         2 * 6371.0088 * asin(least(1, sqrt(
           sind((c.latitude - p.latitude) / 2) ^ 2
           + cosd(p.latitude) * cosd(c.latitude) * sind((c.longitude - p.longitude) / 2) ^ 2
         ))) AS km
    FROM place AS p
    JOIN (VALUES (-360), (0), (360)) AS turn (degrees)
      ON abs(p.longitude + turn.degrees) <= 180 + p.reach
    JOIN cities AS c
      ON c.latitude BETWEEN p.latitude - 0.45 AND p.latitude + 0.45
     AND c.longitude BETWEEN p.longitude + turn.degrees - p.reach AND p.longitude + turn.degrees + p.reach
   WHERE p.number NOT IN (SELECT number FROM named WHERE km <= 50)
)
SELECT number, city_id FROM named WHERE km <= 50
UNION ALL
(SELECT DISTINCT ON (number) number, city_id FROM near WHERE km <= 50 ORDER BY number, km, city_id);
