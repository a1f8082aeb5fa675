-- Pages of hourly summaries, each of one city and within one window, in one statement.
-- $1 cities, $2 from, $3 to (seconds since 1970, half-open; one each a page), $4 rows at most a page
-- $5 only later than this instant, in city $6 (null: in all); $7 only earlier than this one, in city $8
SELECT /*:columns*/ json_agg(page) /*:*/
FROM (
  SELECT *
  FROM (
    SELECT
      list.*,
      wanted.number,
      row_number() OVER (PARTITION BY list.city_id, wanted.number ORDER BY /*:order*/ city_id, hour /*:*/) AS place
    FROM unnest($1::int[], $2::float8[], $3::float8[]) WITH ORDINALITY
      AS wanted (id, starts_at, ends_at, number)
    JOIN hourly_summaries AS list
      ON list.city_id = wanted.id
      AND list.hour >= to_timestamp(wanted.starts_at)
      AND list.hour < to_timestamp(wanted.ends_at)
    WHERE ($5::float8 IS NULL OR city_id <> $6::int OR hour > to_timestamp($5))
      AND ($7::float8 IS NULL OR city_id <> $8::int OR hour < to_timestamp($7))
  ) AS placed
  WHERE place <= $4
  ORDER BY number, /*:order*/ city_id, hour /*:*/
) AS page;
