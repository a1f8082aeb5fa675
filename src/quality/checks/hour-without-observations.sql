-- ERROR: hourly summaries of hours in which no observation lies
SELECT h.city_id, h.hour, h.sample_count
  FROM tracked_cities AS t
  JOIN hourly_summaries AS h ON h.city_id = t.city_id AND h.hour >= $1::timestamptz
 WHERE NOT EXISTS (
         SELECT FROM observations AS o
          WHERE o.city_id = h.city_id AND o.observed_at >= h.hour AND o.observed_at < h.hour + interval '1 hour')
   AND NOT EXISTS (SELECT FROM stale_hours AS s WHERE s.city_id = h.city_id AND s.hour = h.hour)
