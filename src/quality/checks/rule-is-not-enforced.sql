-- ERROR: keys and ranges of the tables that do not hold for all their rows: not validated, without a valid index, or gone
SELECT c.conrelid::regclass::text AS "table", c.conname::text AS rule
  FROM pg_constraint AS c
 WHERE c.connamespace = current_schema()::regnamespace AND NOT c.convalidated
UNION ALL
SELECT i.indrelid::regclass::text, i.indexrelid::regclass::text
  FROM pg_index AS i
  JOIN pg_class AS t ON t.oid = i.indrelid
 WHERE t.relnamespace = current_schema()::regnamespace AND i.indisunique AND NOT i.indisvalid
UNION ALL
SELECT t.oid::regclass::text, 'primary key'
  FROM pg_class AS t
 WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind IN ('r', 'p')
   AND NOT EXISTS (SELECT FROM pg_constraint AS c WHERE c.conrelid = t.oid AND c.contype = 'p')
