-- When the newest observation of each of some cities was made. $1 cities, $2 source (null: any)
SELECT city_id, extract(epoch FROM max(observed_at))::float8 AS newest
FROM latest_observations
WHERE city_id = ANY ($1::int[])
  AND ($2::source IS NULL OR source = $2)
GROUP BY city_id;
