-- What PostGraphile needs beside the tables, the way its documentation has it: functions become fields.
DROP FUNCTION IF EXISTS observations_range, mean_over_day, cities_latest, cities_daily, cities_by_ids;
DROP TYPE IF EXISTS average_point CASCADE;
CREATE TYPE average_point AS (hour timestamptz, average float8, observed_hours int);

CREATE FUNCTION observations_range(city int, from_at timestamptz, to_at timestamptz) RETURNS SETOF observations
LANGUAGE sql STABLE AS $$
  SELECT * FROM observations WHERE city_id = city AND observed_at >= from_at AND observed_at < to_at
  ORDER BY observed_at
$$;

CREATE FUNCTION mean_over_day(city int, from_at timestamptz, to_at timestamptz) RETURNS SETOF average_point
LANGUAGE sql STABLE AS $$
  SELECT * FROM (
    SELECT hour, avg(value) OVER span AS average, (count(value) OVER span)::int
      FROM generate_series(from_at - interval '23 hours', to_at - interval '1 hour', interval '1 hour') AS hour
      LEFT JOIN (
        SELECT hour, air_temperature_mean_c AS value FROM hourly_summaries
         WHERE city_id = city AND hour >= from_at - interval '23 hours' AND hour < to_at
      ) AS hours USING (hour)
    WINDOW span AS (ORDER BY hour ROWS BETWEEN 23 PRECEDING AND CURRENT ROW)
  ) AS averages WHERE hour >= from_at ORDER BY hour
$$;

CREATE FUNCTION cities_latest(c cities) RETURNS observations LANGUAGE sql STABLE AS $$
  SELECT * FROM observations WHERE city_id = c.id ORDER BY observed_at DESC LIMIT 1
$$;

CREATE FUNCTION cities_daily(c cities, since date, until date) RETURNS SETOF daily_summaries LANGUAGE sql STABLE AS $$
  SELECT * FROM daily_summaries WHERE city_id = c.id AND local_date BETWEEN since AND until ORDER BY local_date
$$;

CREATE FUNCTION cities_by_ids(ids int[]) RETURNS SETOF cities LANGUAGE sql STABLE AS $$
  SELECT c.* FROM unnest(ids) WITH ORDINALITY AS wanted (id, place) JOIN cities AS c USING (id) ORDER BY place
$$;

COMMENT ON FUNCTION observations_range IS '@behavior -resource:connection +resource:list -queryField:resource:connection +queryField:resource:list -typeField:resource:connection +typeField:resource:list';
COMMENT ON FUNCTION mean_over_day IS '@behavior -resource:connection +resource:list -queryField:resource:connection +queryField:resource:list -typeField:resource:connection +typeField:resource:list';
COMMENT ON FUNCTION cities_daily IS '@behavior -resource:connection +resource:list -queryField:resource:connection +queryField:resource:list -typeField:resource:connection +typeField:resource:list';
COMMENT ON FUNCTION cities_by_ids IS '@behavior -resource:connection +resource:list -queryField:resource:connection +queryField:resource:list -typeField:resource:connection +typeField:resource:list';
