-- When a city's forecast is asked for again. $1 city, $2 minutes from now
UPDATE tracked_cities SET next_forecast_at = now() + make_interval(mins => $2::int) WHERE city_id = $1::int
