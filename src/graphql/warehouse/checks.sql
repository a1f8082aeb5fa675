-- The newest result of each data check, by name.
SELECT DISTINCT ON ("check")
  "check" AS name, severity, status, failing, extract(epoch FROM checked_at)::float8 AS "checkedAt"
FROM data_check_results
ORDER BY "check", checked_at DESC, id DESC;
