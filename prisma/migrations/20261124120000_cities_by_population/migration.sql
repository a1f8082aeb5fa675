-- The API's usual order of cities: largest first, those of unknown population last. With it a page of the whole
-- catalogue reads as many rows as it answers; without it, it sorts them all.
CREATE INDEX "cities_by_population_idx" ON "cities" ((coalesce("population", -1)), "id");
