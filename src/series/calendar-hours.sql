-- Hourly summaries of some cities over the calendar: every hour of the range is a row, empty where nothing is known. What
-- filled-hours.sql answers for NONE, without looking for gaps.
-- $1 city ids, each once; $2 from, $3 to: seconds since 1970, half-open, one each a city
WITH wanted AS (
  SELECT city_id,
         to_timestamp(ceil(starts_at / 3600) * 3600) AS first_hour,
         to_timestamp(ceil(ends_at / 3600) * 3600) AS ends_at
    FROM unnest($1::int[], $2::float8[], $3::float8[]) AS w (city_id, starts_at, ends_at)
)
SELECT *
  FROM (
    SELECT city_id, generate_series(first_hour, ends_at - interval '1 hour', interval '1 hour') AS hour FROM wanted
  ) AS calendar
  LEFT JOIN (
    SELECT h.*
      FROM wanted AS w
      JOIN hourly_summaries AS h ON h.city_id = w.city_id AND h.hour >= w.first_hour AND h.hour < w.ends_at
  ) AS known USING (city_id, hour)
