-- What a round of checks found. $1 run
SELECT "check" AS name, severity, status, failing, sample
  FROM data_check_results
 WHERE run_id = $1::bigint
 ORDER BY status = 'PASSED', severity, name;
