-- The newest forecasts of some cities as of an instant, one row a city and source. $1 cities, $2 issued at the latest
-- (seconds since 1970; null: any)
-- Each greatest instant is one descent of the primary key; a city has thousands of forecasts.
SELECT city_id, source, extract(epoch FROM issued_at)::float8 AS issued_at
FROM (
  SELECT
    city_id,
    source,
    (
      SELECT max(f.issued_at)
      FROM forecasts AS f
      WHERE f.city_id = asked.city_id
        AND f.source = asked.source
        AND f.issued_at <= coalesce(to_timestamp($2), 'infinity')
    ) AS issued_at
  FROM (SELECT city_id, source FROM unnest($1::int[]) AS city_id, unnest(enum_range(NULL::source)) AS source) AS asked
) AS newest
WHERE issued_at IS NOT NULL
ORDER BY issued_at DESC, source;
