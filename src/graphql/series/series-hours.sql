-- Hours of some cities over the calendar, as one text. The sections between /*:name*/ and /*:*/ are exchanged:
-- the columns, the values they hold, and the statement that fills the hours.
-- $1 cities, $2 from, $3 to (seconds since 1970, half-open; one each a city), $4 how to fill, $5 longest gap, hours
SELECT /*:columns*/ json_agg(list) /*:*/
FROM (
  SELECT city_id, date_part('epoch', hour)::bigint AS starts_at /*:values*/ /*:*/
  FROM (/*:hours*/ SELECT * FROM hourly_summaries /*:*/) AS hours
  ORDER BY city_id, hour
) AS list;
