-- Normals of calendar months, one row a city, measure and month. The section between /*:name*/ and /*:*/ is exchanged:
-- the days' values (days.sql, with its parameters $1 to $5).
SELECT
  city_id,
  measure,
  extract(month FROM local_date)::int AS slot,
  avg(value) AS mean,
  percentile_cont(ARRAY[0.25, 0.75]) WITHIN GROUP (ORDER BY value) AS quartiles,
  stddev_samp(value) AS deviation,
  count(DISTINCT extract(year FROM local_date))::int AS years,
  count(*)::int AS days,
  min(local_date)::text AS since,
  max(local_date)::text AS until
FROM (/*:days*/ SELECT NULL::int AS city_id, NULL AS measure, NULL::date AS local_date, NULL::float8 AS value /*:*/) AS days
GROUP BY city_id, measure, slot;
