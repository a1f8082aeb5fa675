-- ERROR: cities whose kept pointer to the latest observation is not the latest
SELECT latest.city_id, latest.source, latest.observed_at, max(o.observed_at) AS newest
  FROM latest_observations AS latest
  JOIN observations AS o
    ON o.city_id = latest.city_id AND o.source = latest.source AND o.observed_at >= latest.observed_at
 GROUP BY latest.city_id, latest.source, latest.observed_at
HAVING max(o.observed_at) > latest.observed_at
