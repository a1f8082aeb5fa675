-- One page of daily summaries of some cities, by city and time. The sections between /*:name*/ and /*:*/ are
-- exchanged: the columns a query asked for, and the order.
-- $1 cities, $2 from, $3 to (seconds since 1970, half-open), $4 rows at most
-- $5 only later than this instant, in city $6 (null: in all); $7 only earlier than this one, in city $8
-- $9 least coverage, 0 to 1
SELECT /*:columns*/ json_agg(page) /*:*/
FROM (
  SELECT *
  FROM daily_summaries
  WHERE city_id = ANY ($1::int[])
    AND local_date >= (to_timestamp($2) AT TIME ZONE 'UTC')::date
    AND local_date < (to_timestamp($3) AT TIME ZONE 'UTC')::date
    AND ($5::float8 IS NULL OR city_id <> $6::int OR local_date > (to_timestamp($5) AT TIME ZONE 'UTC')::date)
    AND ($7::float8 IS NULL OR city_id <> $8::int OR local_date < (to_timestamp($7) AT TIME ZONE 'UTC')::date)
    AND observed_hours >= $9::float8 * expected_hours
  ORDER BY /*:order*/ city_id, local_date /*:*/
  LIMIT $4
) AS page;
