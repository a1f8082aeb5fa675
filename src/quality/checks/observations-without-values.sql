-- WARNING: observations that hold no value at all
SELECT o.city_id, o.observed_at, o.source
  FROM tracked_cities AS t
  JOIN observations AS o ON o.city_id = t.city_id AND o.observed_at >= $1::timestamptz
 WHERE num_nonnulls(air_temperature_c, apparent_temperature_c, dew_point_temperature_c, relative_humidity_pct,
                    mean_sea_level_pressure_hpa, surface_pressure_hpa, wind_speed_ms, wind_gust_speed_ms,
                    wind_from_direction_deg, cloud_cover_pct, visibility_m, rain_1h_mm, snow_water_1h_mm,
                    precipitation_1h_mm) = 0
