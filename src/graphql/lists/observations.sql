-- One page of the observations of some cities, by city and time. The sections between /*:name*/ and /*:*/ are
-- exchanged: the columns a query asked for, and the order.
-- $1 cities, $2 from, $3 to (seconds since 1970, half-open), $4 rows at most
-- $5 only later than this instant, in city $6 (null: in all); $7 only earlier than this one, in city $8
-- $9 source (null: any), $10 source of $5, $11 source of $7
SELECT /*:columns*/ json_agg(page) /*:*/
FROM (
  SELECT *
  FROM observations
  WHERE city_id = ANY ($1::int[])
    AND observed_at >= to_timestamp($2)
    AND observed_at < to_timestamp($3)
    AND ($5::float8 IS NULL OR city_id <> $6::int OR (observed_at, source) > (to_timestamp($5), $10::source))
    AND ($7::float8 IS NULL OR city_id <> $8::int OR (observed_at, source) < (to_timestamp($7), $11::source))
    AND ($9::source IS NULL OR source = $9)
  ORDER BY /*:order*/ city_id, observed_at, source /*:*/
  LIMIT $4
) AS page;
