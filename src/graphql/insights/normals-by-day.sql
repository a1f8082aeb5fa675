-- Normals of the days of the year, one row a city, measure and day: of the days around it. The section between /*:name*/
-- and /*:*/ is exchanged: the days' values (days.sql, with its parameters $1 to $5).
-- $6 days before and after
-- Days are counted on a circle of 366, on which 29 February has its place; in common years nothing stands there.
WITH placed AS (
  SELECT
    city_id, measure, local_date, value,
    extract(year FROM local_date)::int AS year,
    extract(doy FROM make_date(2000, extract(month FROM local_date)::int, extract(day FROM local_date)::int))::int AS slot
  FROM (/*:days*/ SELECT NULL::int AS city_id, NULL AS measure, NULL::date AS local_date, NULL::float8 AS value /*:*/) AS days
)
SELECT
  city_id,
  measure,
  (slot + apart + 365) % 366 + 1 AS slot,
  avg(value) AS mean,
  percentile_cont(ARRAY[0.25, 0.75]) WITHIN GROUP (ORDER BY value) AS quartiles,
  stddev_samp(value) AS deviation,
  -- 30 December stands in next year's window around 2 January.
  count(DISTINCT year + CASE WHEN slot + apart > 366 THEN 1 WHEN slot + apart < 1 THEN -1 ELSE 0 END)::int AS years,
  count(*)::int AS days,
  min(local_date)::text AS since,
  max(local_date)::text AS until
FROM placed
CROSS JOIN generate_series(-$6::int, $6::int) AS apart
GROUP BY 1, 2, 3;
