-- Notes how the delivery of an alert, or of its end, went. One that failed is tried again after 30 seconds, then after twice as
-- long each time, an hour at most; three days after it was raised nobody tries any more.
-- $1 alert, $2 why it failed or NULL, $3 whether it was its end, $4 whether its end, if it has come meanwhile, is to be told
UPDATE alerts
   SET delivered_at = CASE WHEN $2::text IS NULL AND NOT $3::boolean THEN now() ELSE delivered_at END,
       resolution_delivered_at = CASE WHEN $2::text IS NULL AND $3::boolean THEN now() ELSE resolution_delivered_at END,
       attempts = CASE WHEN $2::text IS NULL THEN 0 ELSE attempts + 1 END,
       next_attempt_at = CASE
         WHEN $2::text IS NULL AND NOT $3::boolean AND resolved_at IS NOT NULL AND $4::boolean THEN now()
         WHEN $2::text IS NOT NULL AND raised_at > now() - interval '3 days'
           THEN now() + least(interval '1 hour', interval '30 seconds' * 2 ^ least(attempts, 10))
       END,
       delivery_error = $2::text
 WHERE id = $1::bigint;
