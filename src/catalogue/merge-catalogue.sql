-- Adds what is new and changes only what differs: a second import writes nothing.
INSERT INTO cities (id, name, ascii_name, country_code, admin1_code, latitude, longitude, elevation_m, population, time_zone, search_text)
SELECT id, name, ascii_name, country_code, admin1_code, latitude, longitude, elevation_m, population, time_zone, search_text
FROM staged_cities
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name,
  ascii_name = excluded.ascii_name,
  country_code = excluded.country_code,
  admin1_code = excluded.admin1_code,
  latitude = excluded.latitude,
  longitude = excluded.longitude,
  elevation_m = excluded.elevation_m,
  population = excluded.population,
  time_zone = excluded.time_zone,
  search_text = excluded.search_text
WHERE (cities.name, cities.ascii_name, cities.country_code, cities.admin1_code, cities.latitude, cities.longitude,
       cities.elevation_m, cities.population, cities.time_zone, cities.search_text)
      IS DISTINCT FROM
      (excluded.name, excluded.ascii_name, excluded.country_code, excluded.admin1_code, excluded.latitude, excluded.longitude,
       excluded.elevation_m, excluded.population, excluded.time_zone, excluded.search_text);
