-- The program's tables and the columns that are stored in them; those that others refer to first, so that they are
-- restored first.
SELECT c.relname AS name,
       array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class AS c
  JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
 WHERE c.relnamespace = 'public'::regnamespace
   AND c.relkind = 'r'
   AND c.relname <> '_prisma_migrations'
 GROUP BY c.oid, c.relname
 ORDER BY EXISTS (SELECT FROM pg_constraint AS f WHERE f.conrelid = c.oid AND f.contype = 'f'), c.relname
