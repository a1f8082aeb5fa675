-- One page of moving averages of some cities, by city and time. The sections between /*:name*/ and /*:*/ are
-- exchanged: the columns a query asked for, and the order.
-- $1 cities, $2 from, $3 to (seconds since 1970, half-open), $4 rows at most
-- $5 only later than this instant, in city $6 (null: in all); $7 only earlier than this one, in city $8
-- $9 window in hours, $10 least coverage, 0 to 1
SELECT /*:columns*/ json_agg(page) /*:*/
FROM (
  SELECT *
  FROM moving_averages
  WHERE city_id = ANY ($1::int[])
    AND hour >= to_timestamp($2)
    AND hour < to_timestamp($3)
    AND ($5::float8 IS NULL OR city_id <> $6::int OR hour > to_timestamp($5))
    AND ($7::float8 IS NULL OR city_id <> $8::int OR hour < to_timestamp($7))
    AND window_hours = $9::int
    AND observed_hours >= $10::float8 * window_hours
  ORDER BY /*:order*/ city_id, hour /*:*/
  LIMIT $4
) AS page;
