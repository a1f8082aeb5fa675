-- Degree days summed over local days, one row a city. The section between /*:name*/ and /*:*/ is exchanged: the days' mean
-- temperatures (days.sql, with its parameters $1 to $5).
-- $6 base, $7 base of growing, $8 cap of growing (null: none), °C
-- Each day counts to the thousandth, as its own summary answers it: a total is the sum of its days.
SELECT
  city_id,
  count(*)::int AS days,
  sum(greatest(0, round(($6::float8 - value)::numeric, 3)))::float8 AS heating,
  sum(greatest(0, round((value - $6::float8)::numeric, 3)))::float8 AS cooling,
  sum(greatest(0, round((least(value, $8::float8) - $7::float8)::numeric, 3)))::float8 AS growing
FROM (/*:days*/ SELECT NULL::int AS city_id, NULL AS measure, NULL::date AS local_date, NULL::float8 AS value /*:*/) AS days
GROUP BY city_id;
