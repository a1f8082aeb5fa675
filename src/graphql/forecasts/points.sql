-- The points of some forecasts, each forecast's by time. The section between /*:name*/ and /*:*/ is exchanged: the columns
-- a query asked for.
-- $1 cities, $2 sources, $3 issued at (seconds since 1970), one each a forecast
-- $4 from, $5 to (seconds since 1970, half-open; null: all)
SELECT /*:columns*/ json_agg(page) /*:*/
FROM (
  SELECT f.*, wanted.number
  FROM unnest($1::int[], $2::source[], $3::float8[]) WITH ORDINALITY AS wanted (city, sourced, issued, number)
  JOIN forecasts AS f
    ON f.city_id = wanted.city
    AND f.source = wanted.sourced
    AND f.issued_at = to_timestamp(wanted.issued)
  WHERE f.valid_at >= coalesce(to_timestamp($4), '-infinity')
    AND f.valid_at < coalesce(to_timestamp($5), 'infinity')
  ORDER BY wanted.number, f.valid_at
) AS page;
