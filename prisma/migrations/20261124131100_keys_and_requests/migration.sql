-- CreateEnum
CREATE TYPE "key_role" AS ENUM ('READ', 'ADMIN');

-- CreateTable
CREATE TABLE "api_keys" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "role" "key_role" NOT NULL,
    "hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tracking_changes" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by" TEXT NOT NULL,
    "source" "source",
    "interval_minutes" INTEGER,
    "city_ids" INTEGER[],

    CONSTRAINT "tracking_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- From here on written by hand: what the Prisma schema cannot say.

-- A name is free again once its key is revoked.
CREATE UNIQUE INDEX "api_keys_name_key" ON "api_keys" ("name") WHERE "revoked_at" IS NULL;
ALTER TABLE "api_keys"
  -- The settings' keys are named in capitals, so that nobody's key can pass for them in the audit.
  ADD CONSTRAINT "name_is_plain" CHECK ("name" ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
  ADD CONSTRAINT "hash_is_sha256" CHECK (octet_length("hash") = 32),
  ADD CONSTRAINT "expires_after_creation" CHECK ("expires_at" > "created_at");
ALTER TABLE "tracking_changes"
  ADD CONSTRAINT "names_cities" CHECK (cardinality("city_ids") > 0),
  ADD CONSTRAINT "source_with_interval" CHECK (("source" IS NULL) = ("interval_minutes" IS NULL));

-- The rule that the same thing asked for twice, while the first is under way, is one run.
CREATE UNIQUE INDEX "runs_one_active_request" ON "runs" ("job", md5("parameters"::text), "window_from", "window_to")
  NULLS NOT DISTINCT
  WHERE "status" IN ('REQUESTED', 'RUNNING')
    AND ("job" IN ('BACKFILL', 'REPLAY') OR ("job" = 'TRANSFORM' AND "parameters" ? 'rebuild'));

COMMENT ON TABLE "api_keys" IS 'Bearer keys of the API besides those of the settings; the keys themselves are kept nowhere';
COMMENT ON COLUMN "api_keys"."id" IS 'Number of the key';
COMMENT ON COLUMN "api_keys"."name" IS 'Who holds it, as the audit of writes says; unique among keys that are not revoked';
COMMENT ON COLUMN "api_keys"."role" IS 'READ may read, ADMIN may also write';
COMMENT ON COLUMN "api_keys"."hash" IS 'SHA-256 of the key, 32 bytes; a key is 256 random bits, which no dictionary and no salt concerns';
COMMENT ON COLUMN "api_keys"."created_at" IS 'When it was made';
COMMENT ON COLUMN "api_keys"."expires_at" IS 'From when on it is refused; NULL means never';
COMMENT ON COLUMN "api_keys"."revoked_at" IS 'Since when it is refused for good; NULL while it is not';
COMMENT ON COLUMN "api_keys"."last_used_at" IS 'When it was used last, written once a minute at most; NULL means never';

COMMENT ON TABLE "tracking_changes" IS 'Audit of which cities were followed or not: one row a request that changed something';
COMMENT ON COLUMN "tracking_changes"."id" IS 'Number of the change';
COMMENT ON COLUMN "tracking_changes"."at" IS 'When';
COMMENT ON COLUMN "tracking_changes"."changed_by" IS 'Who asked: a key''s name and an address, cli, or startup';
COMMENT ON COLUMN "tracking_changes"."source" IS 'Where they are asked for from now on; NULL means that they are followed no longer';
COMMENT ON COLUMN "tracking_changes"."interval_minutes" IS 'Minutes from one call to the next; NULL means that they are followed no longer';
COMMENT ON COLUMN "tracking_changes"."city_ids" IS 'Which cities, ascending';
