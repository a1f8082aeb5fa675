-- Keeps, with the answer it belongs to, how far a backfill is: whoever takes it over neither asks again nor skips.
-- $1 run, $2 attempt, $3 calls done, $4 calls in all
UPDATE runs
   SET progress_done = $3::int, progress_total = $4::int, deaths = 0
 WHERE id = $1::bigint AND attempt = $2::int;
