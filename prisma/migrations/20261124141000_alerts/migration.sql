-- Alerts: what an operator should know, each once; and rules for weather worth one.
ALTER TYPE "job" ADD VALUE IF NOT EXISTS 'ALERT';

CREATE TYPE "alert_kind" AS ENUM ('SOURCE_DOWN', 'QUOTA', 'DATA_CHECK', 'CITY_STALE', 'RUN_FAILED', 'WEATHER');
COMMENT ON TYPE "alert_kind" IS 'SOURCE_DOWN: a source fails; QUOTA: a quota is nearly used up; DATA_CHECK: a data check finds errors; CITY_STALE: a followed city is without news; RUN_FAILED: a job fails repeatedly; WEATHER: a rule of alert_rules holds';

CREATE TYPE "alert_subject" AS ENUM ('OBSERVATION', 'DAILY_SUMMARY', 'FORECAST');
COMMENT ON TYPE "alert_subject" IS 'What a rule looks at. OBSERVATION: the newest of each city, if it is of the last 3 hours; DAILY_SUMMARY: local days of the last 2 days; FORECAST: the newest forecast, as far ahead as the rule says';

CREATE TYPE "alert_comparison" AS ENUM ('ABOVE', 'BELOW');
COMMENT ON TYPE "alert_comparison" IS 'ABOVE: greater than the threshold; BELOW: less than it';

CREATE TABLE "alert_rules" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "subject" "alert_subject" NOT NULL,
    "parameter" TEXT NOT NULL,
    "comparison" "alert_comparison" NOT NULL,
    "threshold" DOUBLE PRECISION NOT NULL,
    "city_ids" INTEGER[],
    "country_codes" TEXT[],
    "hours_ahead" INTEGER NOT NULL DEFAULT 24,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_rules_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "alerts" (
    "id" BIGSERIAL NOT NULL,
    "kind" "alert_kind" NOT NULL,
    "key" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL,
    "severity" "severity" NOT NULL,
    "title" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "rule_id" INTEGER,
    "city_id" INTEGER,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "resolution_delivered_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "delivery_error" TEXT,

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "alert_rules_name_key" ON "alert_rules"("name");
CREATE UNIQUE INDEX "alerts_key_occurrence_key" ON "alerts"("key", "occurrence");

-- From here on written by hand: what the Prisma schema cannot say.
CREATE UNIQUE INDEX "alerts_open_key" ON "alerts" ("key") WHERE "resolved_at" IS NULL;
CREATE INDEX "alerts_next_attempt_at_idx" ON "alerts" ("next_attempt_at") WHERE "next_attempt_at" IS NOT NULL;
ALTER TABLE "alert_rules"
  ADD CONSTRAINT "alert_rules_name_length" CHECK (length("name") BETWEEN 1 AND 100),
  ADD CONSTRAINT "alert_rules_hours_ahead_range" CHECK ("hours_ahead" BETWEEN 1 AND 120);
ALTER TABLE "alerts"
  ADD CONSTRAINT "alerts_occurrence_positive" CHECK ("occurrence" >= 1),
  ADD CONSTRAINT "alerts_attempts_positive" CHECK ("attempts" >= 0),
  ADD CONSTRAINT "alerts_weather_has_rule" CHECK (("kind" = 'WEATHER') = ("rule_id" IS NOT NULL));

COMMENT ON TABLE "alert_rules" IS 'Weather worth an alert: a threshold on one parameter, for followed cities';
COMMENT ON COLUMN "alert_rules"."id" IS 'Number of the rule';
COMMENT ON COLUMN "alert_rules"."name" IS 'What alerts are titled with, unique: Frost tonight';
COMMENT ON COLUMN "alert_rules"."subject" IS 'What is compared';
COMMENT ON COLUMN "alert_rules"."parameter" IS 'Which parameter, as the API names it: AIR_TEMPERATURE; of daily summaries its minimum, maximum or sum, as the comparison calls for';
COMMENT ON COLUMN "alert_rules"."comparison" IS 'Which side of the threshold is worth an alert';
COMMENT ON COLUMN "alert_rules"."threshold" IS 'In the unit of the parameter as it is stored (metric)';
COMMENT ON COLUMN "alert_rules"."city_ids" IS 'Only these cities (cities.id); NULL for all';
COMMENT ON COLUMN "alert_rules"."country_codes" IS 'Only cities of these countries (ISO 3166-1 alpha-2); NULL for all';
COMMENT ON COLUMN "alert_rules"."hours_ahead" IS 'Of a rule on forecasts: how many hours ahead it looks; 1 to 120';
COMMENT ON COLUMN "alert_rules"."enabled" IS 'Whether it is looked at';
COMMENT ON COLUMN "alert_rules"."created_by" IS 'Who made it: a key''s name and an address, or cli';
COMMENT ON COLUMN "alert_rules"."created_at" IS 'When it was made';

COMMENT ON TABLE "alerts" IS 'What was worth telling an operator: one row an occurrence, with its delivery to the webhook';
COMMENT ON COLUMN "alerts"."id" IS 'Number of the alert, sent as its idempotency key';
COMMENT ON COLUMN "alerts"."kind" IS 'What it is about';
COMMENT ON COLUMN "alerts"."key" IS 'What it is about exactly: SOURCE_DOWN/OPEN_METEO; of weather rule, city and local date';
COMMENT ON COLUMN "alerts"."occurrence" IS 'Which occurrence of its key, from 1 on';
COMMENT ON COLUMN "alerts"."severity" IS 'ERROR: somebody should act; WARNING: somebody should know';
COMMENT ON COLUMN "alerts"."title" IS 'A line';
COMMENT ON COLUMN "alerts"."message" IS 'What happened, with numbers, and what to do';
COMMENT ON COLUMN "alerts"."rule_id" IS 'Of weather: alert_rules.id, of a rule that may have been deleted since';
COMMENT ON COLUMN "alerts"."city_id" IS 'cities.id; NULL when it is about no single city';
COMMENT ON COLUMN "alerts"."raised_at" IS 'When it was noticed';
COMMENT ON COLUMN "alerts"."resolved_at" IS 'When it was noticed to be over; NULL while it is not';
COMMENT ON COLUMN "alerts"."delivered_at" IS 'When the webhook took it; NULL when it has not';
COMMENT ON COLUMN "alerts"."resolution_delivered_at" IS 'When the webhook took its end; NULL when it has not, or is not told of ends';
COMMENT ON COLUMN "alerts"."attempts" IS 'Failed attempts to deliver in a row';
COMMENT ON COLUMN "alerts"."next_attempt_at" IS 'When to try the webhook (again); NULL when nothing is to be delivered';
COMMENT ON COLUMN "alerts"."delivery_error" IS 'Why the last attempt failed; NULL when it did not';
