-- One batch of a list of cities, a column an array: $1 ids, $2 names, $3 ASCII names, $4 countries, $5 admin1 codes,
-- $6 latitudes, $7 longitudes, $8 time zones, $9 search texts. Existing rows are never touched.
WITH listed AS (
  SELECT *, round(latitude::numeric, 4) AS north, round(longitude::numeric, 4) AS east
  FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::float8[], $7::float8[], $8::text[], $9::text[])
    AS entry (id, name, ascii_name, country_code, admin1_code, latitude, longitude, time_zone, search_text)
),
fresh AS (
  SELECT * FROM listed WHERE NOT EXISTS (SELECT FROM cities WHERE cities.id = listed.id)
),
-- 4 decimals are 11 m: the list has thousands of places twice, under two ids.
apart AS (
  SELECT DISTINCT ON (country_code, north, east) *
  FROM fresh
  WHERE NOT EXISTS (
    SELECT FROM cities
    WHERE cities.country_code = fresh.country_code
      AND round(cities.latitude::numeric, 4) = fresh.north
      AND round(cities.longitude::numeric, 4) = fresh.east)
  ORDER BY country_code, north, east, id
),
added AS (
  INSERT INTO cities (id, name, ascii_name, country_code, admin1_code, latitude, longitude, time_zone, search_text)
  SELECT id, name, ascii_name, country_code, admin1_code, latitude, longitude, time_zone, search_text FROM apart
  ON CONFLICT (id) DO NOTHING
  RETURNING 1
)
SELECT (SELECT count(*) FROM added)::int AS added,
       (SELECT count(*) FROM listed)::int - (SELECT count(*) FROM fresh)::int AS known;
