-- Forecasts: off unless FORECASTS is on. The amounts are of three hours, so they are no columns of observations.
ALTER TYPE "payload_kind" ADD VALUE IF NOT EXISTS 'FORECAST';
ALTER TYPE "job" ADD VALUE IF NOT EXISTS 'FORECAST';
COMMENT ON TYPE "payload_kind" IS 'CURRENT: the weather now; ARCHIVE: history (reanalysis); in the order in which the summaries prefer them; FORECAST: never in observations';

ALTER TABLE "tracked_cities" ADD COLUMN "next_forecast_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
COMMENT ON COLUMN "tracked_cities"."next_forecast_at" IS 'When the city''s forecast is asked for again, if FORECASTS is on';

CREATE TABLE "forecasts" (
    "issued_at" TIMESTAMPTZ(0) NOT NULL,
    "valid_at" TIMESTAMPTZ(0) NOT NULL,
    "payload_id" BIGINT NOT NULL,
    "city_id" INTEGER NOT NULL,
    "source" "source" NOT NULL,
    "air_temperature_c" REAL,
    "apparent_temperature_c" REAL,
    "dew_point_temperature_c" REAL,
    "relative_humidity_pct" REAL,
    "mean_sea_level_pressure_hpa" REAL,
    "surface_pressure_hpa" REAL,
    "wind_speed_ms" REAL,
    "wind_gust_speed_ms" REAL,
    "wind_from_direction_deg" REAL,
    "cloud_cover_pct" REAL,
    "visibility_m" REAL,
    "rain_3h_mm" REAL,
    "snow_water_3h_mm" REAL,
    "precipitation_3h_mm" REAL,
    "precipitation_probability_pct" REAL,
    "condition_code" SMALLINT,

    CONSTRAINT "forecasts_pkey" PRIMARY KEY ("city_id","source","issued_at","valid_at")
);

-- What was said of an instant, over all issues: for comparing with what came.
CREATE INDEX "forecasts_city_id_valid_at_idx" ON "forecasts"("city_id", "valid_at");

ALTER TABLE "forecasts"
  ADD CONSTRAINT "air_temperature_range" CHECK ("air_temperature_c" BETWEEN -95 AND 65),
  ADD CONSTRAINT "apparent_temperature_range" CHECK ("apparent_temperature_c" BETWEEN -120 AND 85),
  ADD CONSTRAINT "dew_point_temperature_range" CHECK ("dew_point_temperature_c" BETWEEN -120 AND 45),
  ADD CONSTRAINT "relative_humidity_range" CHECK ("relative_humidity_pct" BETWEEN 0 AND 110),
  ADD CONSTRAINT "mean_sea_level_pressure_range" CHECK ("mean_sea_level_pressure_hpa" BETWEEN 850 AND 1100),
  ADD CONSTRAINT "surface_pressure_range" CHECK ("surface_pressure_hpa" BETWEEN 300 AND 1100),
  ADD CONSTRAINT "wind_speed_range" CHECK ("wind_speed_ms" BETWEEN 0 AND 115),
  ADD CONSTRAINT "wind_gust_speed_range" CHECK ("wind_gust_speed_ms" BETWEEN 0 AND 150),
  ADD CONSTRAINT "wind_from_direction_range" CHECK ("wind_from_direction_deg" BETWEEN 0 AND 360),
  ADD CONSTRAINT "cloud_cover_range" CHECK ("cloud_cover_pct" BETWEEN 0 AND 100),
  ADD CONSTRAINT "visibility_range" CHECK ("visibility_m" BETWEEN 0 AND 100000),
  ADD CONSTRAINT "rain_3h_range" CHECK ("rain_3h_mm" BETWEEN 0 AND 450),
  ADD CONSTRAINT "snow_water_3h_range" CHECK ("snow_water_3h_mm" BETWEEN 0 AND 200),
  ADD CONSTRAINT "precipitation_3h_range" CHECK ("precipitation_3h_mm" BETWEEN 0 AND 450),
  ADD CONSTRAINT "precipitation_probability_range" CHECK ("precipitation_probability_pct" BETWEEN 0 AND 100),
  ADD CONSTRAINT "valid_after_issued" CHECK ("valid_at" > "issued_at" - interval '3 hours' AND "valid_at" < "issued_at" + interval '17 days');

COMMENT ON TABLE "forecasts" IS 'What a source forecast for a city and instant, as of one asking; kept beside each other, not overwritten';
COMMENT ON COLUMN "forecasts"."city_id" IS 'cities.id';
COMMENT ON COLUMN "forecasts"."source" IS 'Which source forecast it';
COMMENT ON COLUMN "forecasts"."issued_at" IS 'When the forecast was asked for: the source does not say when it was computed';
COMMENT ON COLUMN "forecasts"."valid_at" IS 'Instant the values are forecast for, UTC';
COMMENT ON COLUMN "forecasts"."payload_id" IS 'Payload they were read from, payloads.id';
COMMENT ON COLUMN "forecasts"."air_temperature_c" IS 'Air temperature 2 m above ground, °C, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "forecasts"."apparent_temperature_c" IS 'Apparent (felt) temperature, °C, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "forecasts"."dew_point_temperature_c" IS 'Dew point, °C, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "forecasts"."relative_humidity_pct" IS 'Relative humidity, %, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "forecasts"."mean_sea_level_pressure_hpa" IS 'Air pressure reduced to sea level, hPa, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "forecasts"."surface_pressure_hpa" IS 'Air pressure at the ground, hPa, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "forecasts"."wind_speed_ms" IS 'Wind speed 10 m above ground, m/s, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "forecasts"."wind_gust_speed_ms" IS 'Gust speed, m/s, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "forecasts"."wind_from_direction_deg" IS 'Direction the wind comes from, clockwise from north, degrees, 0 to 360, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "forecasts"."cloud_cover_pct" IS 'Sky covered by clouds, %, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "forecasts"."visibility_m" IS 'Visibility, m; OpenWeatherMap caps it at 10000, which means "at least", forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "forecasts"."rain_3h_mm" IS 'Rain, mm, of the 3 hours before valid_at; NULL when the source gave none, which it leaves out when nothing is to fall';
COMMENT ON COLUMN "forecasts"."snow_water_3h_mm" IS 'Snow, mm of water, of the 3 hours before valid_at; NULL when the source gave none, which it leaves out when nothing is to fall';
COMMENT ON COLUMN "forecasts"."precipitation_3h_mm" IS 'Rain and snow, mm of water, of the 3 hours before valid_at; NULL when the source gave none, which it leaves out when nothing is to fall';
COMMENT ON COLUMN "forecasts"."precipitation_probability_pct" IS 'Probability that anything falls in the 3 hours before valid_at, %; NULL when the source gave none';
COMMENT ON COLUMN "forecasts"."condition_code" IS 'Condition forecast, in the source’s own code table';

CREATE VIEW "analysis"."forecasts" AS
SELECT c.id AS "city_id",
       c.name AS "city",
       c.country_code AS "country_code",
       f.issued_at AS "issued_at",
       f.valid_at AS "valid_at",
       f.valid_at AT TIME ZONE c.time_zone AS "valid_at_local",
       extract(epoch FROM f.valid_at - f.issued_at)::float8 / 3600 AS "lead_hours",
       f.source::text AS "source",
       f.air_temperature_c AS "air_temperature_c",
       f.apparent_temperature_c AS "apparent_temperature_c",
       f.dew_point_temperature_c AS "dew_point_temperature_c",
       f.relative_humidity_pct AS "relative_humidity_pct",
       f.mean_sea_level_pressure_hpa AS "mean_sea_level_pressure_hpa",
       f.surface_pressure_hpa AS "surface_pressure_hpa",
       f.wind_speed_ms AS "wind_speed_ms",
       f.wind_gust_speed_ms AS "wind_gust_speed_ms",
       f.wind_from_direction_deg AS "wind_from_direction_deg",
       f.cloud_cover_pct AS "cloud_cover_pct",
       f.visibility_m AS "visibility_m",
       f.rain_3h_mm AS "rain_3h_mm",
       f.snow_water_3h_mm AS "snow_water_3h_mm",
       f.precipitation_3h_mm AS "precipitation_3h_mm",
       f.precipitation_probability_pct AS "precipitation_probability_pct",
       f.condition_code AS "condition_code"
  FROM forecasts AS f JOIN cities AS c ON c.id = f.city_id;
COMMENT ON VIEW "analysis"."forecasts" IS 'What was forecast for an instant, as of each asking. Join hourly_summaries on city_id and hour = valid_at for what then came';
COMMENT ON COLUMN "analysis"."forecasts"."city_id" IS 'GeoNames id of the city; places of one’s own from 1,000,000,000 up';
COMMENT ON COLUMN "analysis"."forecasts"."city" IS 'Name of the city';
COMMENT ON COLUMN "analysis"."forecasts"."country_code" IS 'ISO 3166-1 alpha-2';
COMMENT ON COLUMN "analysis"."forecasts"."issued_at" IS 'When the forecast was asked for: the source does not say when it was computed';
COMMENT ON COLUMN "analysis"."forecasts"."valid_at" IS 'Instant the values are forecast for, UTC';
COMMENT ON COLUMN "analysis"."forecasts"."valid_at_local" IS 'The same instant on the city’s own clock';
COMMENT ON COLUMN "analysis"."forecasts"."lead_hours" IS 'Hours from issued_at to valid_at';
COMMENT ON COLUMN "analysis"."forecasts"."source" IS 'OPENWEATHERMAP or DEMO';
COMMENT ON COLUMN "analysis"."forecasts"."air_temperature_c" IS 'Air temperature 2 m above ground, °C, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."forecasts"."apparent_temperature_c" IS 'Apparent (felt) temperature, °C, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."forecasts"."dew_point_temperature_c" IS 'Dew point, °C, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."forecasts"."relative_humidity_pct" IS 'Relative humidity, %, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."forecasts"."mean_sea_level_pressure_hpa" IS 'Air pressure reduced to sea level, hPa, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."forecasts"."surface_pressure_hpa" IS 'Air pressure at the ground, hPa, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."forecasts"."wind_speed_ms" IS 'Wind speed 10 m above ground, m/s, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."forecasts"."wind_gust_speed_ms" IS 'Gust speed, m/s, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."forecasts"."wind_from_direction_deg" IS 'Direction the wind comes from, clockwise from north, degrees, 0 to 360, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."forecasts"."cloud_cover_pct" IS 'Sky covered by clouds, %, forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."forecasts"."visibility_m" IS 'Visibility, m; OpenWeatherMap caps it at 10000, which means "at least", forecast for valid_at; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."forecasts"."rain_3h_mm" IS 'Rain, mm, of the 3 hours before valid_at; NULL when the source gave none, which it leaves out when nothing is to fall';
COMMENT ON COLUMN "analysis"."forecasts"."snow_water_3h_mm" IS 'Snow, mm of water, of the 3 hours before valid_at; NULL when the source gave none, which it leaves out when nothing is to fall';
COMMENT ON COLUMN "analysis"."forecasts"."precipitation_3h_mm" IS 'Rain and snow, mm of water, of the 3 hours before valid_at; NULL when the source gave none, which it leaves out when nothing is to fall';
COMMENT ON COLUMN "analysis"."forecasts"."precipitation_probability_pct" IS 'Probability that anything falls in the 3 hours before valid_at, %; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."forecasts"."condition_code" IS 'Condition forecast, in the source’s own code table';
