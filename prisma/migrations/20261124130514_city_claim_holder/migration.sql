-- Who asks for a city at present: a claim ends with its holder, not only with its time. A program that does not know
-- these columns claims without a holder, and such a claim ends by time alone.
ALTER TABLE "tracked_cities"
  ADD COLUMN "claimed_run_id" BIGINT,
  ADD COLUMN "claimed_attempt" INTEGER,
  ADD CONSTRAINT "claim_holder_is_whole" CHECK (("claimed_run_id" IS NULL) = ("claimed_attempt" IS NULL)),
  ADD CONSTRAINT "claimed_attempt_is_positive" CHECK ("claimed_attempt" > 0);

COMMENT ON COLUMN "tracked_cities"."claimed_run_id" IS 'The run that asks for the city until claimed_until; null when none does. The claim is free earlier once that run has ended';
COMMENT ON COLUMN "tracked_cities"."claimed_attempt" IS 'The attempt of that run (runs.attempt); null with claimed_run_id. The claim is free earlier once the run has a later attempt';
