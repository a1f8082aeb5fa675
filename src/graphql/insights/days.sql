-- Values of whole local days, one row a city, day and measure. The sections between /*:name*/ and /*:*/ are exchanged:
-- the days in question, and the measures.
-- $1 cities, $2 from, $3 to (local dates, half-open; null: all), $4 least coverage, $5 the instant it is now, seconds
SELECT day.city_id, day.local_date, measured.measure, measured.value
FROM daily_summaries AS day
CROSS JOIN LATERAL (
  VALUES /*:measures*/ ('AIR_TEMPERATURE_MEAN', air_temperature_mean_c) /*:*/
) AS measured (measure, value)
WHERE day.city_id = ANY ($1::int[])
  AND day.local_date >= coalesce(/*:from*/ $2 /*:*/::date, '-infinity')
  AND day.local_date < coalesce(/*:to*/ $3 /*:*/::date, 'infinity')
  AND day.observed_hours >= $4::float8 * day.expected_hours
  AND day.ends_at <= to_timestamp($5)
  AND measured.value IS NOT NULL
