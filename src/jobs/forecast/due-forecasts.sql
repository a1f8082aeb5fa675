-- Followed cities whose forecast is due, most overdue first. $1 source, $2 an instant
SELECT t.city_id AS "cityId", c.latitude, c.longitude
  FROM tracked_cities AS t
  JOIN cities AS c ON c.id = t.city_id
 WHERE t.source = $1::source AND NOT t.paused AND t.next_forecast_at <= $2::timestamptz
 ORDER BY t.next_forecast_at, t.city_id
