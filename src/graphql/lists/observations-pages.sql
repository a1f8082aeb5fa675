-- Pages of observations, each of one city and within one window, in one statement.
-- $1 cities, $2 from, $3 to (seconds since 1970, half-open; one each a page), $4 rows at most a page
-- $5 only later than this instant, in city $6 (null: in all); $7 only earlier than this one, in city $8
-- $9 source (null: any), $10 source of $5, $11 source of $7
SELECT /*:columns*/ json_agg(page) /*:*/
FROM (
  SELECT *
  FROM (
    SELECT
      list.*,
      wanted.number,
      row_number() OVER (PARTITION BY list.city_id, wanted.number ORDER BY /*:order*/ city_id, observed_at, source /*:*/) AS place
    FROM unnest($1::int[], $2::float8[], $3::float8[]) WITH ORDINALITY
      AS wanted (id, starts_at, ends_at, number)
    JOIN observations AS list
      ON list.city_id = wanted.id
      AND list.observed_at >= to_timestamp(wanted.starts_at)
      AND list.observed_at < to_timestamp(wanted.ends_at)
    WHERE ($5::float8 IS NULL OR city_id <> $6::int OR (observed_at, source) > (to_timestamp($5), $10::source))
      AND ($7::float8 IS NULL OR city_id <> $8::int OR (observed_at, source) < (to_timestamp($7), $11::source))
      AND ($9::source IS NULL OR source = $9)
  ) AS placed
  WHERE place <= $4
  ORDER BY number, /*:order*/ city_id, observed_at, source /*:*/
) AS page;
