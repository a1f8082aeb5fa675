-- Days against the days around them in other years, one row a city, measure and day of the calendar. The sections between
-- /*:name*/ and /*:*/ are exchanged: the days' values in question and those of history (days.sql, with its parameters $1
-- to $5).
-- $6 days before and after, $7 from, $8 to (local dates, half-open), $9 measures
-- Days are counted on a circle of 366, on which 29 February has its place; in common years nothing stands there.
WITH history AS MATERIALIZED (
  SELECT
    city_id, measure, value,
    extract(year FROM local_date)::int AS year,
    extract(doy FROM make_date(2000, extract(month FROM local_date)::int, extract(day FROM local_date)::int))::int AS slot
  FROM (/*:history*/ SELECT NULL::int AS city_id, NULL AS measure, NULL::date AS local_date, NULL::float8 AS value /*:*/) AS days
),
calendar AS (
  SELECT
    day::date AS local_date,
    extract(year FROM day)::int AS year,
    extract(doy FROM make_date(2000, extract(month FROM day)::int, extract(day FROM day)::int))::int AS slot
  FROM generate_series($7::date, $8::date - 1, interval '1 day') AS day
),
windows AS (
  SELECT
    local_date,
    (slot + apart + 365) % 366 + 1 AS slot,
    -- What stands in the window of the day's own year, which may begin or end in the next one.
    year + CASE WHEN slot + apart > 366 THEN 1 WHEN slot + apart < 1 THEN -1 ELSE 0 END AS own_year
  FROM calendar
  CROSS JOIN generate_series(-$6::int, $6::int) AS apart
),
normals AS (
  SELECT
    city_id, measure, local_date,
    avg(value) AS normal,
    stddev_samp(value) AS deviation,
    count(DISTINCT history.year - own_year)::int AS years,
    count(*)::int AS days
  FROM windows
  JOIN history USING (slot)
  WHERE history.year <> own_year
  GROUP BY city_id, measure, local_date
)
SELECT
  cities.city_id, measures.measure, calendar.local_date::text AS date,
  days.value, normals.normal, normals.deviation,
  coalesce(normals.years, 0) AS years,
  coalesce(normals.days, 0) AS days
FROM unnest($1::int[]) AS cities (city_id)
CROSS JOIN unnest($9::text[]) AS measures (measure)
CROSS JOIN calendar
LEFT JOIN normals USING (city_id, measure, local_date)
LEFT JOIN (
  /*:days*/ SELECT NULL::int AS city_id, NULL AS measure, NULL::date AS local_date, NULL::float8 AS value /*:*/
) AS days USING (city_id, measure, local_date)
ORDER BY calendar.local_date;
