-- Runs of consecutive local days that meet a condition, one row a city and run of any length, then one a city for its
-- range (length 0). The sections between /*:name*/ and /*:*/ are exchanged: the days' values (days.sql, with its
-- parameters $1 to $5) and the comparison.
-- $6 threshold, $7 days a run must last
WITH known AS (
  SELECT city_id, local_date, round(value::numeric, 3) AS value
  FROM (/*:days*/ SELECT NULL::int AS city_id, NULL AS measure, NULL::date AS local_date, NULL::float8 AS value /*:*/) AS days
),
beside AS (
  SELECT
    city_id, local_date, value,
    value /*:comparison*/ > /*:*/ round($6::numeric, 3) AS met,
    lag(local_date) OVER by_date IS DISTINCT FROM local_date - 1 AS unknown_before,
    lead(local_date) OVER by_date IS DISTINCT FROM local_date + 1 AS unknown_after
  FROM known
  WINDOW by_date AS (PARTITION BY city_id ORDER BY local_date)
),
numbered AS (
  -- Consecutive dates less consecutive numbers are one and the same date.
  SELECT *, local_date - row_number() OVER (PARTITION BY city_id ORDER BY local_date)::int AS run
  FROM beside
  WHERE met
)
SELECT
  city_id,
  min(local_date)::text AS "from",
  max(local_date)::text AS "to",
  count(*)::int AS days,
  min(value)::float8 AS min,
  max(value)::float8 AS max,
  -- Within a run every neighbour is known, so only its ends can say so.
  bool_or(unknown_before) AS "mayBeginEarlier",
  bool_or(unknown_after) AS "mayEndLater",
  0 AS known
FROM numbered
GROUP BY city_id, run
HAVING count(*) >= $7::int
UNION ALL
SELECT city_id, NULL, NULL, (count(*) FILTER (WHERE met))::int, NULL, NULL, NULL, NULL, count(*)::int
FROM beside
GROUP BY city_id
ORDER BY city_id, "from" NULLS LAST;
