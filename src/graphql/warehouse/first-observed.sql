-- Instant of the earliest observation: the first entry of each city's part of the key.
SELECT extract(epoch FROM min(first.observed_at))::float8 AS value
FROM (
  SELECT (SELECT min(o.observed_at) FROM observations AS o WHERE o.city_id = known.city_id) AS observed_at
  FROM (SELECT DISTINCT city_id FROM latest_observations) AS known
) AS first;
