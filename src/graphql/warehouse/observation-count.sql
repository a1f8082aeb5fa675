-- Observations stored. Up to a million they are counted; beyond that it is the planner's estimate, kept by autovacuum,
-- because a count would read the whole table. Partitions and an estimate never made (-1) count as none: then it counts.
SELECT CASE
  WHEN (SELECT reltuples FROM pg_class WHERE oid = 'observations'::regclass) > 1000000
    THEN (SELECT reltuples FROM pg_class WHERE oid = 'observations'::regclass)::bigint
  ELSE (SELECT count(*) FROM observations)
END::float8 AS value;
