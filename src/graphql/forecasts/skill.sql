-- Forecasts against the hours that were then observed, one row a city, parameter and lead. The section between /*:name*/
-- and /*:*/ is exchanged: the parameters asked for.
-- $1 cities, $2 from, $3 to (of the instants forecast, seconds since 1970, half-open), $4 hours a lead
-- An hour counts if it begins at the instant forecast. What had come when it was issued is no forecast.
WITH said AS (
  SELECT
    f.city_id,
    f.valid_at,
    ceil(extract(epoch FROM f.valid_at - f.issued_at) / 3600 / $4::int)::int AS lead,
    one.parameter,
    one.forecast,
    one.observed
  FROM forecasts AS f
  LEFT JOIN hourly_summaries AS h ON h.city_id = f.city_id AND h.hour = f.valid_at
  CROSS JOIN LATERAL (
    VALUES /*:parameters*/ ('AIR_TEMPERATURE', f.air_temperature_c::float8, h.air_temperature_mean_c) /*:*/
  ) AS one (parameter, forecast, observed)
  WHERE f.city_id = ANY ($1::int[])
    AND f.valid_at >= to_timestamp($2)
    AND f.valid_at < to_timestamp($3)
    AND f.valid_at > f.issued_at
    AND one.forecast IS NOT NULL
)
SELECT
  city_id, parameter, lead,
  count(*)::int AS forecasts,
  count(observed)::int AS pairs,
  count(DISTINCT valid_at) FILTER (WHERE observed IS NOT NULL)::int AS hours,
  avg(forecast - observed) AS bias,
  avg(abs(forecast - observed)) AS "meanAbsoluteError",
  sqrt(avg(power(forecast - observed, 2))) AS "rootMeanSquareError"
FROM said
GROUP BY city_id, parameter, lead
ORDER BY lead;
