-- Cities in the catalogue.
SELECT count(*)::int AS value FROM cities;
