-- ERROR: daily summaries that are not what their hours say
SELECT d.city_id, d.local_date, d.observed_hours, h.hours, d.air_temperature_mean_c, h.mean
  FROM tracked_cities AS t
  JOIN cities AS c ON c.id = t.city_id
  JOIN daily_summaries AS d ON d.city_id = t.city_id AND d.ends_at >= $1::timestamptz
  LEFT JOIN (
    SELECT h.city_id, (h.hour AT TIME ZONE c.time_zone)::date AS local_date, count(*)::int AS hours,
           avg(h.air_temperature_mean_c) AS mean, min(h.air_temperature_min_c) AS low, max(h.air_temperature_max_c) AS high,
           sum(h.sample_count)::int AS samples
      FROM tracked_cities AS t
      JOIN cities AS c ON c.id = t.city_id
      JOIN hourly_summaries AS h ON h.city_id = t.city_id AND h.hour >= $1::timestamptz - interval '2 days'
     GROUP BY 1, 2
  ) AS h ON h.city_id = d.city_id AND h.local_date = d.local_date
 WHERE NOT EXISTS (SELECT FROM stale_hours AS s WHERE s.city_id = d.city_id)
   AND (d.observed_hours IS DISTINCT FROM h.hours
     OR d.sample_count IS DISTINCT FROM h.samples
     OR d.air_temperature_min_c IS DISTINCT FROM h.low
     OR d.air_temperature_max_c IS DISTINCT FROM h.high
     OR abs(d.air_temperature_mean_c - h.mean) > 1e-6)
