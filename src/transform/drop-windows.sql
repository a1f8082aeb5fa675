-- Removes a city's moving averages of windows that are not kept.
-- $1 city id, $2 windows that are kept, in hours
DELETE FROM moving_averages WHERE city_id = $1::int AND window_hours <> ALL ($2::int[]);
