-- What a role may do beyond reading the views, because of what everybody may do in this database. $1 role.
SELECT 'create objects in schema ' || quote_ident(nspname) AS right
  FROM pg_namespace
 WHERE has_schema_privilege($1, oid, 'CREATE')
UNION ALL
SELECT 'use ' || oid::regclass
  FROM pg_class
 WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
   AND relnamespace NOT IN ('analysis'::regnamespace, 'pg_catalog'::regnamespace, 'information_schema'::regnamespace)
   AND relnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname LIKE 'pg\_toast%' OR nspname LIKE 'pg\_temp%')
   AND has_schema_privilege($1, relnamespace, 'USAGE')
   AND has_table_privilege($1, oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
UNION ALL
SELECT 'create temporary tables' WHERE has_database_privilege($1, current_database(), 'TEMPORARY')
 ORDER BY 1
 LIMIT 10
