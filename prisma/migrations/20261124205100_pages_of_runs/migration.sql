-- Pages of what runs made and refused are read in the order of an index: a page costs its rows, not its run's.
CREATE INDEX "payloads_run_id_city_id_idx" ON "payloads" ("run_id", "city_id");
DROP INDEX "payloads_run_id_idx";

CREATE INDEX "rejects_run_id_id_idx" ON "rejects" ("run_id", "id");
DROP INDEX "rejects_run_id_idx";

CREATE INDEX "rejects_at_id_idx" ON "rejects" ("at" DESC, "id" DESC);
DROP INDEX "rejects_at_idx";
