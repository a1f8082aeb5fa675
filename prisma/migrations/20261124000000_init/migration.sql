-- Trigram search over place names. A trusted extension: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "source" AS ENUM ('OPENWEATHERMAP', 'OPEN_METEO', 'DEMO');

-- CreateEnum
CREATE TYPE "payload_kind" AS ENUM ('CURRENT', 'ARCHIVE');

-- CreateEnum
CREATE TYPE "payload_state" AS ENUM ('PENDING', 'LOADED', 'REJECTED');

-- CreateEnum
CREATE TYPE "units" AS ENUM ('METRIC', 'IMPERIAL', 'STANDARD');

-- CreateEnum
CREATE TYPE "reject_reason" AS ENUM ('HTTP', 'MALFORMED', 'SCHEMA', 'MISSING', 'OUT_OF_RANGE', 'FUTURE', 'PLACE_MISMATCH');

-- CreateEnum
CREATE TYPE "job" AS ENUM ('FETCH', 'LOAD', 'TRANSFORM', 'BACKFILL', 'REPLAY', 'CHECK', 'RETENTION', 'REFRESH');

-- CreateEnum
CREATE TYPE "run_trigger" AS ENUM ('SCHEDULE', 'ADMIN', 'CLI', 'STARTUP');

-- CreateEnum
CREATE TYPE "run_status" AS ENUM ('REQUESTED', 'RUNNING', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'ABANDONED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "severity" AS ENUM ('ERROR', 'WARNING');

-- CreateEnum
CREATE TYPE "check_status" AS ENUM ('PASSED', 'FAILED', 'ERRORED');

-- CreateTable
CREATE TABLE "cities" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "ascii_name" TEXT NOT NULL,
    "country_code" CHAR(2) NOT NULL,
    "admin1_code" TEXT,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "elevation_m" REAL,
    "population" INTEGER,
    "time_zone" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,

    CONSTRAINT "cities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tracked_cities" (
    "city_id" INTEGER NOT NULL,
    "source" "source" NOT NULL,
    "interval_minutes" INTEGER NOT NULL,
    "next_due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_until" TIMESTAMPTZ(3),
    "last_fetched_at" TIMESTAMPTZ(3),
    "last_observed_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "tracked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tracked_cities_pkey" PRIMARY KEY ("city_id")
);

-- CreateTable
CREATE TABLE "payloads" (
    "city_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "source" "source" NOT NULL,
    "kind" "payload_kind" NOT NULL,
    "run_id" BIGINT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,
    "http_status" SMALLINT NOT NULL,
    "content_type" TEXT,
    "units" "units" NOT NULL DEFAULT 'METRIC',
    "body" BYTEA,
    "body_sha256" BYTEA NOT NULL,
    "same_as_payload_id" BIGINT,
    "state" "payload_state" NOT NULL DEFAULT 'PENDING',
    "parser_version" SMALLINT,
    "loaded_at" TIMESTAMPTZ(3),

    CONSTRAINT "payloads_pkey" PRIMARY KEY ("city_id","id")
);

-- CreateTable
CREATE TABLE "observations" (
    "observed_at" TIMESTAMPTZ(0) NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "payload_id" BIGINT NOT NULL,
    "city_id" INTEGER NOT NULL,
    "source" "source" NOT NULL,
    "kind" "payload_kind" NOT NULL,
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
    "rain_1h_mm" REAL,
    "snow_water_1h_mm" REAL,
    "precipitation_1h_mm" REAL,
    "condition_code" SMALLINT,
    "further_condition_codes" SMALLINT[],

    CONSTRAINT "observations_pkey" PRIMARY KEY ("city_id","observed_at","source")
);

-- CreateTable
CREATE TABLE "latest_observations" (
    "city_id" INTEGER NOT NULL,
    "source" "source" NOT NULL,
    "observed_at" TIMESTAMPTZ(0) NOT NULL,

    CONSTRAINT "latest_observations_pkey" PRIMARY KEY ("city_id","source")
);

-- CreateTable
CREATE TABLE "rejects" (
    "city_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "payload_id" BIGINT NOT NULL,
    "run_id" BIGINT NOT NULL,
    "reason" "reject_reason" NOT NULL,
    "path" TEXT,
    "value" TEXT,
    "detail" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "rejects_pkey" PRIMARY KEY ("city_id","id")
);

-- CreateTable
CREATE TABLE "stale_hours" (
    "city_id" INTEGER NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "id" BIGSERIAL NOT NULL,

    CONSTRAINT "stale_hours_pkey" PRIMARY KEY ("city_id","hour","id")
);

-- CreateTable
CREATE TABLE "hourly_summaries" (
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "air_temperature_min_at" TIMESTAMPTZ(0),
    "air_temperature_max_at" TIMESTAMPTZ(0),
    "summarised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "air_temperature_mean_c" DOUBLE PRECISION,
    "apparent_temperature_mean_c" DOUBLE PRECISION,
    "dew_point_temperature_mean_c" DOUBLE PRECISION,
    "relative_humidity_mean_pct" DOUBLE PRECISION,
    "mean_sea_level_pressure_mean_hpa" DOUBLE PRECISION,
    "surface_pressure_mean_hpa" DOUBLE PRECISION,
    "wind_speed_mean_ms" DOUBLE PRECISION,
    "wind_eastward_mean_ms" DOUBLE PRECISION,
    "wind_northward_mean_ms" DOUBLE PRECISION,
    "cloud_cover_mean_pct" DOUBLE PRECISION,
    "visibility_mean_m" DOUBLE PRECISION,
    "rain_mm" DOUBLE PRECISION,
    "snow_water_mm" DOUBLE PRECISION,
    "precipitation_mm" DOUBLE PRECISION,
    "city_id" INTEGER NOT NULL,
    "source" "source" NOT NULL,
    "kind" "payload_kind" NOT NULL,
    "sample_count" INTEGER NOT NULL,
    "air_temperature_min_c" REAL,
    "air_temperature_max_c" REAL,
    "apparent_temperature_min_c" REAL,
    "apparent_temperature_max_c" REAL,
    "relative_humidity_min_pct" REAL,
    "relative_humidity_max_pct" REAL,
    "mean_sea_level_pressure_min_hpa" REAL,
    "mean_sea_level_pressure_max_hpa" REAL,
    "wind_speed_min_ms" REAL,
    "wind_speed_max_ms" REAL,
    "wind_gust_speed_max_ms" REAL,
    "condition_code" SMALLINT,
    "precipitation_implied_zero" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "hourly_summaries_pkey" PRIMARY KEY ("city_id","hour")
);

-- CreateTable
CREATE TABLE "daily_summaries" (
    "air_temperature_min_at" TIMESTAMPTZ(0),
    "air_temperature_max_at" TIMESTAMPTZ(0),
    "summarised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(0) NOT NULL,
    "air_temperature_mean_c" DOUBLE PRECISION,
    "apparent_temperature_mean_c" DOUBLE PRECISION,
    "dew_point_temperature_mean_c" DOUBLE PRECISION,
    "relative_humidity_mean_pct" DOUBLE PRECISION,
    "mean_sea_level_pressure_mean_hpa" DOUBLE PRECISION,
    "surface_pressure_mean_hpa" DOUBLE PRECISION,
    "wind_speed_mean_ms" DOUBLE PRECISION,
    "wind_eastward_mean_ms" DOUBLE PRECISION,
    "wind_northward_mean_ms" DOUBLE PRECISION,
    "cloud_cover_mean_pct" DOUBLE PRECISION,
    "visibility_mean_m" DOUBLE PRECISION,
    "rain_mm" DOUBLE PRECISION,
    "snow_water_mm" DOUBLE PRECISION,
    "precipitation_mm" DOUBLE PRECISION,
    "city_id" INTEGER NOT NULL,
    "local_date" DATE NOT NULL,
    "sample_count" INTEGER NOT NULL,
    "air_temperature_min_c" REAL,
    "air_temperature_max_c" REAL,
    "apparent_temperature_min_c" REAL,
    "apparent_temperature_max_c" REAL,
    "relative_humidity_min_pct" REAL,
    "relative_humidity_max_pct" REAL,
    "mean_sea_level_pressure_min_hpa" REAL,
    "mean_sea_level_pressure_max_hpa" REAL,
    "wind_speed_min_ms" REAL,
    "wind_speed_max_ms" REAL,
    "wind_gust_speed_max_ms" REAL,
    "observed_hours" SMALLINT NOT NULL,
    "expected_hours" SMALLINT NOT NULL,
    "condition_code" SMALLINT,
    "precipitation_implied_zero" BOOLEAN NOT NULL DEFAULT false,
    "sources" "source"[],

    CONSTRAINT "daily_summaries_pkey" PRIMARY KEY ("city_id","local_date")
);

-- CreateTable
CREATE TABLE "moving_averages" (
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "air_temperature_c" DOUBLE PRECISION,
    "apparent_temperature_c" DOUBLE PRECISION,
    "relative_humidity_pct" DOUBLE PRECISION,
    "mean_sea_level_pressure_hpa" DOUBLE PRECISION,
    "wind_speed_ms" DOUBLE PRECISION,
    "city_id" INTEGER NOT NULL,
    "window_hours" SMALLINT NOT NULL,
    "observed_hours" SMALLINT NOT NULL,

    CONSTRAINT "moving_averages_pkey" PRIMARY KEY ("city_id","window_hours","hour")
);

-- CreateTable
CREATE TABLE "runs" (
    "id" BIGSERIAL NOT NULL,
    "job" "job" NOT NULL,
    "slot" TIMESTAMPTZ(0),
    "trigger" "run_trigger" NOT NULL,
    "status" "run_status" NOT NULL DEFAULT 'REQUESTED',
    "requested_by" TEXT,
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "window_from" TIMESTAMPTZ(0),
    "window_to" TIMESTAMPTZ(0),
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "deaths" INTEGER NOT NULL DEFAULT 0,
    "owner" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "progress_done" INTEGER NOT NULL DEFAULT 0,
    "progress_total" INTEGER NOT NULL DEFAULT 0,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "payloads" INTEGER NOT NULL DEFAULT 0,
    "observations_inserted" INTEGER NOT NULL DEFAULT 0,
    "observations_updated" INTEGER NOT NULL DEFAULT 0,
    "observations_unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejects" INTEGER NOT NULL DEFAULT 0,
    "hours_summarised" INTEGER NOT NULL DEFAULT 0,
    "days_summarised" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quota_usage" (
    "source" "source" NOT NULL,
    "period" TEXT NOT NULL,
    "calls" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "quota_usage_pkey" PRIMARY KEY ("source","period")
);

-- CreateTable
CREATE TABLE "call_reservations" (
    "id" BIGSERIAL NOT NULL,
    "source" "source" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "calls" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "call_reservations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_states" (
    "source" "source" NOT NULL,
    "paused_until" TIMESTAMPTZ(3),
    "pause_reason" TEXT,
    "consecutive_failures" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_states_pkey" PRIMARY KEY ("source")
);

-- CreateTable
CREATE TABLE "data_check_results" (
    "id" BIGSERIAL NOT NULL,
    "run_id" BIGINT NOT NULL,
    "check" TEXT NOT NULL,
    "severity" "severity" NOT NULL,
    "status" "check_status" NOT NULL,
    "failing" INTEGER NOT NULL,
    "sample" JSONB NOT NULL DEFAULT '[]',
    "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "data_check_results_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "cities_country_code_population_idx" ON "cities"("country_code", "population" DESC);

-- CreateIndex
CREATE INDEX "cities_population_id_idx" ON "cities"("population" DESC, "id");

-- CreateIndex
CREATE INDEX "cities_latitude_longitude_idx" ON "cities"("latitude", "longitude");

-- CreateIndex
CREATE INDEX "cities_search_text_idx" ON "cities" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "tracked_cities_source_next_due_at_idx" ON "tracked_cities"("source", "next_due_at");

-- CreateIndex
CREATE INDEX "payloads_run_id_idx" ON "payloads"("run_id");

-- CreateIndex
CREATE INDEX "payloads_fetched_at_idx" ON "payloads"("fetched_at");

-- CreateIndex
CREATE INDEX "rejects_city_id_payload_id_idx" ON "rejects"("city_id", "payload_id");

-- CreateIndex
CREATE INDEX "rejects_run_id_idx" ON "rejects"("run_id");

-- CreateIndex
CREATE INDEX "rejects_at_idx" ON "rejects"("at" DESC);

-- CreateIndex
CREATE INDEX "runs_job_id_idx" ON "runs"("job", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "runs_job_slot_key" ON "runs"("job", "slot");

-- CreateIndex
CREATE INDEX "call_reservations_source_at_idx" ON "call_reservations"("source", "at");

-- CreateIndex
CREATE INDEX "data_check_results_check_checked_at_idx" ON "data_check_results"("check", "checked_at" DESC);

-- AddForeignKey
ALTER TABLE "tracked_cities" ADD CONSTRAINT "tracked_cities_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "cities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on written by hand: what the Prisma schema cannot say.

-- The last line against impossible values; the loader refuses them first, with a reason. Ranges are those of
-- src/domain/parameters.ts (a test compares them). NaN is greater than every number, so it fails them too.
ALTER TABLE "observations"
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
  ADD CONSTRAINT "rain_range" CHECK ("rain_1h_mm" BETWEEN 0 AND 450),
  ADD CONSTRAINT "snow_range" CHECK ("snow_water_1h_mm" BETWEEN 0 AND 200),
  ADD CONSTRAINT "precipitation_range" CHECK ("precipitation_1h_mm" BETWEEN 0 AND 450),
  ADD CONSTRAINT "observed_at_range" CHECK ("observed_at" >= '1900-01-01Z' AND "observed_at" < '2200-01-01Z');

ALTER TABLE "stale_hours" ADD CONSTRAINT "hour_is_whole" CHECK (date_trunc('hour', "hour", 'UTC') = "hour");
ALTER TABLE "hourly_summaries" ADD CONSTRAINT "hour_is_whole" CHECK (date_trunc('hour', "hour", 'UTC') = "hour");
ALTER TABLE "tracked_cities" ADD CONSTRAINT "interval_is_positive" CHECK ("interval_minutes" > 0);
ALTER TABLE "quota_usage" ADD CONSTRAINT "calls_not_negative" CHECK ("calls" >= 0);

-- What the loader looks for: a handful of rows among millions.
CREATE INDEX "payloads_pending_idx" ON "payloads" ("city_id", "id") WHERE "state" = 'PENDING';

-- The same fault of the same payload is one open reject, however often the payload is loaded again.
CREATE UNIQUE INDEX "rejects_open_key" ON "rejects" ("city_id", "payload_id", "reason", "path")
  NULLS NOT DISTINCT WHERE "resolved_at" IS NULL;

-- Bytes are kept once: found by their hash when they come again, by their age when they may go, and by who
-- else needs them.
CREATE INDEX "payloads_body_idx" ON "payloads" ("city_id", "body_sha256", "fetched_at") WHERE "body" IS NOT NULL;
CREATE INDEX "payloads_same_as_idx" ON "payloads" ("city_id", "same_as_payload_id")
  WHERE "same_as_payload_id" IS NOT NULL;
ALTER TABLE "payloads" ADD CONSTRAINT "body_is_kept_once" CHECK ("body" IS NULL OR "same_as_payload_id" IS NULL);

-- What a worker looks for, and the rule that a hundred requests to refresh are one run.
CREATE INDEX "runs_active_idx" ON "runs" ("job", "id") WHERE "status" IN ('REQUESTED', 'RUNNING');
CREATE UNIQUE INDEX "runs_one_active_refresh" ON "runs" ("job")
  WHERE "job" = 'REFRESH' AND "status" IN ('REQUESTED', 'RUNNING');
ALTER TABLE "runs" ADD CONSTRAINT "running_has_lease"
  CHECK ("status" <> 'RUNNING' OR ("lease_until" IS NOT NULL AND "owner" IS NOT NULL));

COMMENT ON TABLE "cities" IS 'Catalogue of populated places (GeoNames, CC BY 4.0), followed or not';
COMMENT ON TABLE "tracked_cities" IS 'Places the operator follows, and when each is due';
COMMENT ON TABLE "payloads" IS 'Landing: raw upstream answers, byte for byte';
COMMENT ON TABLE "observations" IS 'Values of one source, city and instant; NULL means that the source gave no value';
COMMENT ON TABLE "latest_observations" IS 'Newest observed_at by city and source, kept by the load';
COMMENT ON TABLE "rejects" IS 'Refused items with reason, path and value; the payload is kept';
COMMENT ON TABLE "stale_hours" IS 'Hours touched since they were last summarised';
COMMENT ON TABLE "hourly_summaries" IS 'One UTC hour [hour, hour + 1 h) of a city, from one source';
COMMENT ON TABLE "daily_summaries" IS 'One local day of a city, from its hours, each hour weighing the same';
COMMENT ON TABLE "moving_averages" IS 'Trailing means over the hours that exist in (hour - window_hours, hour]';
COMMENT ON TABLE "runs" IS 'Executions of jobs: lock, queue, history and watermark in one';
COMMENT ON TABLE "quota_usage" IS 'Upstream calls made by source and UTC month';
COMMENT ON TABLE "call_reservations" IS 'Upstream calls let through lately, shared by all replicas';
COMMENT ON TABLE "source_states" IS 'Pauses and circuit breaker of each source, shared by all replicas';
COMMENT ON TABLE "data_check_results" IS 'History of data checks';
COMMENT ON TABLE "settings" IS 'Facts about the warehouse itself';
