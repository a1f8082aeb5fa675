-- A place of one's own. $1 name, $2 ASCII name, $3 country, $4 admin1, $5 latitude, $6 longitude, $7 elevation (m),
-- $8 population, $9 time zone, $10 search text. To be run by one session at a time.
WITH existing AS (
  SELECT id, time_zone
  FROM cities
  WHERE id >= 1000000000
    AND name = $1
    AND country_code = $3
    AND round(latitude::numeric, 4) = round($5::numeric, 4)
    AND round(longitude::numeric, 4) = round($6::numeric, 4)
),
added AS (
  INSERT INTO cities (id, name, ascii_name, country_code, admin1_code, latitude, longitude, elevation_m, population, time_zone, search_text)
  SELECT (SELECT coalesce(max(id), 999999999) + 1 FROM cities WHERE id >= 1000000000), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
  WHERE NOT EXISTS (SELECT FROM existing)
  RETURNING id, time_zone
)
SELECT id, time_zone AS "timeZone", true AS created FROM added
UNION ALL
SELECT id, time_zone, false FROM existing
LIMIT 1;
