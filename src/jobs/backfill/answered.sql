-- How many of a backfill's calls brought history, under whichever owner. $1 run
SELECT count(*)::int AS calls FROM payloads WHERE run_id = $1::bigint AND http_status = 200;
