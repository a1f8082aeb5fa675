-- The catalogue's file, as it is: the same columns in the same order as catalogue-text.ts writes them.
CREATE TEMPORARY TABLE staged_cities ON COMMIT DROP AS
SELECT id, name, ascii_name, country_code, admin1_code, latitude, longitude, elevation_m, population, time_zone, search_text
FROM cities
WITH NO DATA;
