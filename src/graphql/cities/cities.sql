-- Cities that meet conditions, in an order. The sections between /*:name*/ and /*:*/ are exchanged: what is answered,
-- the distance, what is compared, the direction, the cursor.
-- $1 ids (null: all), $2 their scores in a search (null: none), $3 country, $4 first-level division, $5 people at least,
-- $6 tracked, $7 north, $8 south, $9 east, $10 west, $11 latitude, $12 longitude, $13 kilometres from there
SELECT /*:answer*/ * /*:*/
FROM (
  SELECT
    cities.*,
    ($2::float8[])[array_position($1::int[], id)] AS score,
    /*:distance*/ NULL::float8 /*:*/ AS distance_km
  FROM cities
  WHERE ($1::int[] IS NULL OR id = ANY ($1::int[]))
    AND ($3::text IS NULL OR country_code = $3)
    AND ($4::text IS NULL OR admin1_code = $4)
    AND ($5::int IS NULL OR population >= $5)
    AND ($6::bool IS NULL OR $6 = EXISTS (SELECT FROM tracked_cities WHERE city_id = cities.id))
    AND ($7::float8 IS NULL OR latitude BETWEEN $8::float8 AND $7)
    AND ($9::float8 IS NULL OR CASE
      WHEN $10::float8 <= $9 THEN longitude BETWEEN $10 AND $9
      -- The box crosses the date line.
      ELSE longitude >= $10 OR longitude <= $9
    END)
    -- A degree of latitude is never less than 110.5 km: the index cuts the strip first.
    AND ($13::float8 IS NULL OR latitude BETWEEN $11::float8 - $13 / 110.5 AND $11 + $13 / 110.5)
) AS city
WHERE ($13 IS NULL OR distance_km <= $13)
  /*:beyond*/ /*:*/
/*:order*/ ORDER BY coalesce(population, -1) DESC, id DESC LIMIT 10 /*:*/
