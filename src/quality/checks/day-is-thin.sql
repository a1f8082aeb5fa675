-- WARNING: days that are over, since a city is followed, with less than three quarters of their hours observed
SELECT d.city_id, d.local_date, d.observed_hours, d.expected_hours
  FROM tracked_cities AS t
  JOIN daily_summaries AS d ON d.city_id = t.city_id AND d.local_date >= ($1::timestamptz)::date
 WHERE d.ends_at <= now()
   AND d.ends_at - make_interval(hours => d.expected_hours) >= t.tracked_at
   AND d.observed_hours < 0.75 * d.expected_hours
