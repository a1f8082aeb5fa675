-- The SQL users of this database, known by the comment that was put on their roles. $1 that comment.
SELECT r.rolname AS name,
       r.rolconnlimit AS "connectionLimit",
       (SELECT count(*)::int FROM pg_stat_activity AS a WHERE a.usesysid = r.oid) AS connections
  FROM pg_roles AS r
  JOIN pg_shdescription AS d ON d.classoid = 'pg_authid'::regclass AND d.objoid = r.oid
 WHERE d.description = $1
 ORDER BY r.rolname
