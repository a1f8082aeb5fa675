-- The cities that a selector chooses, and whether each is followed.
-- $1 ids, $2, $3 countries ("*" for the world) and how many of each one's most populous, $4 source
WITH asked AS (
  SELECT country, count, ordinal
    FROM unnest($2::text[], $3::int[]) WITH ORDINALITY AS part (country, count, ordinal)
), ranked AS (
  SELECT city.id, asked.count,
         row_number() OVER (PARTITION BY asked.ordinal ORDER BY city.population DESC, city.id) AS place
    FROM asked
    JOIN cities AS city ON asked.country IN (city.country_code, '*')
   WHERE city.population IS NOT NULL
), chosen AS (
  SELECT id FROM ranked WHERE place <= count
  UNION
  SELECT id FROM cities WHERE id = ANY ($1::int[])
)
SELECT chosen.id, t.source IS NOT DISTINCT FROM $4::source AND t.city_id IS NOT NULL AS tracked
  FROM chosen
  LEFT JOIN tracked_cities AS t ON t.city_id = chosen.id
 ORDER BY chosen.id;
