-- $1 days, $2 rows at most
DELETE FROM forecasts
 WHERE (city_id, source, issued_at, valid_at) IN (
         SELECT city_id, source, issued_at, valid_at FROM forecasts
          WHERE issued_at < now() - make_interval(days => $1::int)
          LIMIT $2::int)
