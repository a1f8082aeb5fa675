-- Keeps the results of a round of checks. $1 run, $2 results as JSON
INSERT INTO data_check_results (run_id, "check", severity, status, failing, sample)
SELECT $1::bigint, r."check", r.severity, r.status, r.failing, r.sample
  FROM jsonb_to_recordset($2::jsonb)
    AS r ("check" text, severity severity, status check_status, failing int, sample jsonb);
