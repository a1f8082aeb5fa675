-- All summarised hours of a city, as parallel arrays.
-- $1 city id
SELECT count(*)::int AS hours, array_agg(city_id)::text AS city_ids, array_agg(hour)::text AS starts
  FROM hourly_summaries
 WHERE city_id = $1::int;
