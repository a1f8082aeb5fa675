-- What had been forecast for some cities so many hours ahead, each city's by time: of every instant, the newest forecast that
-- was issued early enough; of two sources asked in the same second, one and always the same. The section between /*:name*/
-- and /*:*/ is exchanged: the columns a query asked for.
-- $1 cities, $2 from, $3 to (of the instants forecast, seconds since 1970, half-open), $4 hours ahead at least
SELECT /*:columns*/ json_agg(page) /*:*/
FROM (
  SELECT DISTINCT ON (f.city_id, f.valid_at) f.*
  FROM forecasts AS f
  WHERE f.city_id = ANY ($1::int[])
    AND f.valid_at >= to_timestamp($2)
    AND f.valid_at < to_timestamp($3)
    AND f.issued_at <= f.valid_at - make_interval(hours => $4::int)
  ORDER BY f.city_id, f.valid_at, f.issued_at DESC, f.source
) AS page;
