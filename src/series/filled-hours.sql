-- Hourly summaries of some cities over the calendar: every hour of the range is a row, and hours without observations
-- are filled as asked.
-- $1 city ids, each once; $2 from, $3 to: seconds since 1970, half-open, one each a city
-- $4 fill: NONE, PREVIOUS, LINEAR or MEAN; $5 longest gap that is filled, hours
--
-- Gap: hours without observations between two hours with some. One of at most $5 hours is filled, a longer one stays
-- empty, and so does what lies before the first or after the last hour (edges are not extrapolated, not even by
-- PREVIOUS). Gaps are looked for that far beyond the range, so that a value does not depend on where the range was cut.
-- PREVIOUS repeats the hour before the gap, LINEAR goes in a straight line from there to the hour after it, MEAN is
-- the mean of the two. Where these lack a parameter it stays NULL.
--
-- Filled are means only: extremes, gusts, conditions and sample counts are of observations. Precipitation is never
-- filled. Wind direction is filled on the circle: by the components of the mean vector, so that 350 and 10 degrees
-- meet at north; between opposite winds there may be a calm without direction.
--
-- quality_kind: OBSERVED, IMPLIED_ZERO (observed, with an amount of precipitation that rests on absent values), FILLED,
-- or NULL for an hour that stays empty; fill_method and gap_hours (length of the gap it lies in) say how it was filled.
WITH wanted AS (
  SELECT city_id, $4::text AS fill, make_interval(hours => $5::int) AS reach,
         to_timestamp(ceil(starts_at / 3600) * 3600) AS first_hour,
         to_timestamp(ceil(ends_at / 3600) * 3600) AS ends_at
    FROM unnest($1::int[], $2::float8[], $3::float8[]) AS w (city_id, starts_at, ends_at)
),
-- The hours there are, after an empty one to begin with.
known AS (
  SELECT w.*, h.hour, h AS a
    FROM wanted AS w
    JOIN hourly_summaries AS h
      ON h.city_id = w.city_id AND h.hour >= w.first_hour - w.reach AND h.hour < w.ends_at + w.reach
   UNION ALL
  SELECT w.*, first_hour - reach - interval '1 hour', NULL FROM wanted AS w
),
-- Each (a) with the one after it (b), and how many hours lie between them.
gaps AS (
  SELECT *, (a).hour IS NOT NULL AND (b).hour IS NOT NULL AS is_closed,
         extract(epoch FROM coalesce((b).hour, ends_at + reach) - hour)::int / 3600 - 1 AS gap_hours
    FROM (SELECT *, lead(a) OVER (PARTITION BY city_id ORDER BY hour) AS b FROM known) AS paired
),
-- Each with the empty hours up to the next. weight: how far a value lies from a towards b; NULL for an hour that stays
-- empty.
calendar AS (
  SELECT city_id, first_hour, hour + step * interval '1 hour' AS hour, gap_hours, step = 0 AS is_observed,
         a, CASE WHEN step = 0 OR fill = 'PREVIOUS' THEN a ELSE b END AS b,
         CASE WHEN step = 0 THEN 0
              WHEN NOT is_closed OR gap_hours > $5::int THEN NULL
              WHEN fill = 'PREVIOUS' THEN 0
              WHEN fill = 'LINEAR' THEN step::float8 / (gap_hours + 1)
              WHEN fill = 'MEAN' THEN 0.5
         END AS weight
    FROM gaps
   CROSS JOIN LATERAL generate_series(0, gap_hours) AS step
   WHERE hour + step * interval '1 hour' >= first_hour AND hour + step * interval '1 hour' < ends_at
)
SELECT city_id, hour,
       CASE WHEN is_observed AND (a).precipitation_implied_zero THEN 'IMPLIED_ZERO'
            WHEN is_observed THEN 'OBSERVED'
            WHEN weight IS NOT NULL THEN 'FILLED'
       END AS quality_kind,
       CASE WHEN is_observed OR weight IS NULL THEN 'NONE' ELSE $4::text END AS fill_method,
       CASE WHEN is_observed THEN 0 WHEN weight IS NOT NULL THEN gap_hours END AS gap_hours,
       (a).air_temperature_mean_c
         + weight * ((b).air_temperature_mean_c - (a).air_temperature_mean_c) AS air_temperature_mean_c,
       (a).apparent_temperature_mean_c
         + weight * ((b).apparent_temperature_mean_c - (a).apparent_temperature_mean_c) AS apparent_temperature_mean_c,
       (a).dew_point_temperature_mean_c
         + weight * ((b).dew_point_temperature_mean_c - (a).dew_point_temperature_mean_c)
         AS dew_point_temperature_mean_c,
       (a).relative_humidity_mean_pct
         + weight * ((b).relative_humidity_mean_pct - (a).relative_humidity_mean_pct) AS relative_humidity_mean_pct,
       (a).mean_sea_level_pressure_mean_hpa
         + weight * ((b).mean_sea_level_pressure_mean_hpa - (a).mean_sea_level_pressure_mean_hpa)
         AS mean_sea_level_pressure_mean_hpa,
       (a).surface_pressure_mean_hpa
         + weight * ((b).surface_pressure_mean_hpa - (a).surface_pressure_mean_hpa) AS surface_pressure_mean_hpa,
       (a).wind_speed_mean_ms
         + weight * ((b).wind_speed_mean_ms - (a).wind_speed_mean_ms) AS wind_speed_mean_ms,
       (a).wind_eastward_mean_ms
         + weight * ((b).wind_eastward_mean_ms - (a).wind_eastward_mean_ms) AS wind_eastward_mean_ms,
       (a).wind_northward_mean_ms
         + weight * ((b).wind_northward_mean_ms - (a).wind_northward_mean_ms) AS wind_northward_mean_ms,
       (a).cloud_cover_mean_pct
         + weight * ((b).cloud_cover_mean_pct - (a).cloud_cover_mean_pct) AS cloud_cover_mean_pct,
       (a).visibility_mean_m
         + weight * ((b).visibility_mean_m - (a).visibility_mean_m) AS visibility_mean_m,
       CASE WHEN is_observed THEN (a).sample_count ELSE 0 END AS sample_count,
       CASE WHEN is_observed THEN (a).source END AS source,
       CASE WHEN is_observed THEN (a).kind END AS kind,
       CASE WHEN is_observed THEN (a).condition_code END AS condition_code,
       CASE WHEN is_observed THEN (a).summarised_at END AS summarised_at,
       CASE WHEN is_observed THEN (a).air_temperature_min_c END AS air_temperature_min_c,
       CASE WHEN is_observed THEN (a).air_temperature_min_at END AS air_temperature_min_at,
       CASE WHEN is_observed THEN (a).air_temperature_max_c END AS air_temperature_max_c,
       CASE WHEN is_observed THEN (a).air_temperature_max_at END AS air_temperature_max_at,
       CASE WHEN is_observed THEN (a).apparent_temperature_min_c END AS apparent_temperature_min_c,
       CASE WHEN is_observed THEN (a).apparent_temperature_max_c END AS apparent_temperature_max_c,
       CASE WHEN is_observed THEN (a).relative_humidity_min_pct END AS relative_humidity_min_pct,
       CASE WHEN is_observed THEN (a).relative_humidity_max_pct END AS relative_humidity_max_pct,
       CASE WHEN is_observed THEN (a).mean_sea_level_pressure_min_hpa END AS mean_sea_level_pressure_min_hpa,
       CASE WHEN is_observed THEN (a).mean_sea_level_pressure_max_hpa END AS mean_sea_level_pressure_max_hpa,
       CASE WHEN is_observed THEN (a).wind_speed_min_ms END AS wind_speed_min_ms,
       CASE WHEN is_observed THEN (a).wind_speed_max_ms END AS wind_speed_max_ms,
       CASE WHEN is_observed THEN (a).wind_gust_speed_max_ms END AS wind_gust_speed_max_ms,
       CASE WHEN is_observed THEN (a).rain_mm END AS rain_mm,
       CASE WHEN is_observed THEN (a).snow_water_mm END AS snow_water_mm,
       CASE WHEN is_observed THEN (a).precipitation_mm END AS precipitation_mm,
       CASE WHEN is_observed THEN (a).precipitation_implied_zero END AS precipitation_implied_zero
  FROM calendar
 ORDER BY city_id, hour
