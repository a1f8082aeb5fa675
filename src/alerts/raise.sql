-- Raises what holds now and is not raised yet, and resolves what holds no more. Every condition has a key; a key has one open
-- alert at most, and one that names a period or a day is raised once and never again.
-- $1 source in use, $2 names of its quota's periods that run now, $3 their limits, $4 units of parameters (json),
-- $5 whether there is a webhook, $6 whether it is told of ends
WITH quota AS (
  SELECT period, allowed, coalesce(calls, 0) AS used
    FROM unnest($2::text[], $3::float8[]) AS p (period, allowed)
    LEFT JOIN quota_usage AS u USING (period)
   WHERE u.source = $1::source AND length(period) <= 10
),
checked AS (
  SELECT "check" AS name, status, failing
    FROM data_check_results
   WHERE run_id = (SELECT run_id FROM data_check_results ORDER BY id DESC LIMIT 1)
     AND (status = 'ERRORED' OR status = 'FAILED' AND severity = 'ERROR')
),
stale AS (
  SELECT t.source, t.city_id, c.name, greatest(t.last_observed_at, t.tracked_at) AS since,
         count(*) OVER (PARTITION BY t.source) AS many
    FROM tracked_cities AS t
    JOIN cities AS c ON c.id = t.city_id
    LEFT JOIN source_states AS s ON s.source = t.source
   WHERE NOT t.paused
     AND greatest(t.last_observed_at, t.tracked_at) < now() - make_interval(mins => 3 * t.interval_minutes + 30)
     -- While the source is down its cities are no news.
     AND coalesce(s.consecutive_failures, 0) = 0
),
failing AS (
  SELECT jobs.job, last.error
    FROM unnest(enum_range(NULL::job)) AS jobs (job)
    JOIN (
      SELECT job, error, status, row_number() OVER (PARTITION BY job ORDER BY id DESC) AS number
        FROM runs
       WHERE status NOT IN ('REQUESTED', 'RUNNING') AND requested_at > now() - interval '2 days'
    ) AS last ON last.job = jobs.job AND last.number <= 3
   WHERE last.status IN ('FAILED', 'ABANDONED')
),
measured AS (
  -- Each rule beside each city and what it looks at: a value, when, and the day it counts for. Cold comes at night, which is
  -- one night from noon to noon.
  SELECT r.id AS rule_id, o.city_id, o.observed_at AS at, CASE r.parameter
           WHEN 'AIR_TEMPERATURE' THEN o.air_temperature_c WHEN 'APPARENT_TEMPERATURE' THEN o.apparent_temperature_c
           WHEN 'DEW_POINT_TEMPERATURE' THEN o.dew_point_temperature_c WHEN 'RELATIVE_HUMIDITY' THEN o.relative_humidity_pct
           WHEN 'MEAN_SEA_LEVEL_PRESSURE' THEN o.mean_sea_level_pressure_hpa WHEN 'SURFACE_PRESSURE' THEN o.surface_pressure_hpa
           WHEN 'WIND_SPEED' THEN o.wind_speed_ms WHEN 'WIND_GUST_SPEED' THEN o.wind_gust_speed_ms
           WHEN 'CLOUD_COVER' THEN o.cloud_cover_pct WHEN 'VISIBILITY' THEN o.visibility_m
           WHEN 'RAIN' THEN o.rain_1h_mm WHEN 'SNOW' THEN o.snow_water_1h_mm WHEN 'PRECIPITATION' THEN o.precipitation_1h_mm
         END AS value
    FROM alert_rules AS r
    JOIN latest_observations AS l ON r.enabled AND r.subject = 'OBSERVATION' AND l.observed_at > now() - interval '3 hours'
    JOIN observations AS o ON o.city_id = l.city_id AND o.source = l.source AND o.observed_at = l.observed_at
  UNION ALL
  SELECT r.id, d.city_id, d.ends_at - interval '12 hours', CASE r.parameter
           WHEN 'AIR_TEMPERATURE' THEN CASE r.comparison WHEN 'ABOVE' THEN d.air_temperature_max_c ELSE d.air_temperature_min_c END
           WHEN 'APPARENT_TEMPERATURE'
             THEN CASE r.comparison WHEN 'ABOVE' THEN d.apparent_temperature_max_c ELSE d.apparent_temperature_min_c END
           WHEN 'DEW_POINT_TEMPERATURE' THEN d.dew_point_temperature_mean_c
           WHEN 'RELATIVE_HUMIDITY'
             THEN CASE r.comparison WHEN 'ABOVE' THEN d.relative_humidity_max_pct ELSE d.relative_humidity_min_pct END
           WHEN 'MEAN_SEA_LEVEL_PRESSURE'
             THEN CASE r.comparison WHEN 'ABOVE' THEN d.mean_sea_level_pressure_max_hpa ELSE d.mean_sea_level_pressure_min_hpa END
           WHEN 'SURFACE_PRESSURE' THEN d.surface_pressure_mean_hpa
           WHEN 'WIND_SPEED' THEN CASE r.comparison WHEN 'ABOVE' THEN d.wind_speed_max_ms ELSE d.wind_speed_min_ms END
           WHEN 'WIND_GUST_SPEED' THEN d.wind_gust_speed_max_ms WHEN 'CLOUD_COVER' THEN d.cloud_cover_mean_pct
           WHEN 'VISIBILITY' THEN d.visibility_mean_m
           WHEN 'RAIN' THEN d.rain_mm WHEN 'SNOW' THEN d.snow_water_mm WHEN 'PRECIPITATION' THEN d.precipitation_mm
         END
    FROM alert_rules AS r
    JOIN daily_summaries AS d ON r.enabled AND r.subject = 'DAILY_SUMMARY' AND d.ends_at > now() - interval '2 days'
     -- A day that goes on can only pass a minimum, a maximum or a sum further; of a mean nothing is known before its end.
     AND (d.ends_at <= now()
          OR r.parameter IN ('AIR_TEMPERATURE', 'APPARENT_TEMPERATURE', 'RELATIVE_HUMIDITY', 'MEAN_SEA_LEVEL_PRESSURE', 'WIND_SPEED')
          OR r.comparison = 'ABOVE' AND r.parameter IN ('WIND_GUST_SPEED', 'RAIN', 'SNOW', 'PRECIPITATION'))
  UNION ALL
  SELECT r.id, f.city_id, f.valid_at, CASE r.parameter
           WHEN 'AIR_TEMPERATURE' THEN f.air_temperature_c WHEN 'APPARENT_TEMPERATURE' THEN f.apparent_temperature_c
           WHEN 'DEW_POINT_TEMPERATURE' THEN f.dew_point_temperature_c WHEN 'RELATIVE_HUMIDITY' THEN f.relative_humidity_pct
           WHEN 'MEAN_SEA_LEVEL_PRESSURE' THEN f.mean_sea_level_pressure_hpa WHEN 'SURFACE_PRESSURE' THEN f.surface_pressure_hpa
           WHEN 'WIND_SPEED' THEN f.wind_speed_ms WHEN 'WIND_GUST_SPEED' THEN f.wind_gust_speed_ms
           WHEN 'CLOUD_COVER' THEN f.cloud_cover_pct WHEN 'VISIBILITY' THEN f.visibility_m
           WHEN 'RAIN' THEN f.rain_3h_mm WHEN 'SNOW' THEN f.snow_water_3h_mm WHEN 'PRECIPITATION' THEN f.precipitation_3h_mm
         END
    FROM alert_rules AS r
    JOIN (
      SELECT city_id, source, max(issued_at) AS issued_at FROM forecasts
       WHERE valid_at BETWEEN now() AND now() + interval '5 days' GROUP BY city_id, source
    ) AS newest ON r.enabled AND r.subject = 'FORECAST'
    JOIN forecasts AS f ON f.city_id = newest.city_id AND f.source = newest.source AND f.issued_at = newest.issued_at
     AND f.valid_at BETWEEN now() AND now() + make_interval(hours => r.hours_ahead)
),
weather AS (
  SELECT DISTINCT ON (r.id, m.city_id)
         r.id AS rule_id, r.name AS rule, r.subject, r.parameter, r.comparison, r.threshold, m.city_id, c.name AS city, m.value,
         m.at AT TIME ZONE c.time_zone AS local_at,
         (m.at AT TIME ZONE c.time_zone
           - CASE WHEN r.comparison = 'BELOW' AND r.subject <> 'DAILY_SUMMARY' THEN interval '12 hours' ELSE interval '0' END)::date AS day
    FROM measured AS m
    JOIN alert_rules AS r ON r.id = m.rule_id
    JOIN tracked_cities AS t ON t.city_id = m.city_id AND NOT t.paused
    JOIN cities AS c ON c.id = m.city_id
   WHERE (r.city_ids IS NULL OR m.city_id = ANY (r.city_ids))
     AND (r.country_codes IS NULL OR c.country_code = ANY (r.country_codes))
     AND CASE r.comparison WHEN 'ABOVE' THEN m.value > r.threshold ELSE m.value < r.threshold END
   -- Of a forecast the first time; of days the newest.
   ORDER BY r.id, m.city_id, CASE r.subject WHEN 'FORECAST' THEN m.at END, m.at DESC
),
condition AS (
  SELECT 'SOURCE_DOWN'::alert_kind AS kind, format('SOURCE_DOWN/%s', source) AS key, false AS once, 'ERROR'::severity AS severity,
         format('%s does not answer', source) AS title,
         format('%s failures in a row (%s); calls are paused until %s UTC.', consecutive_failures,
                coalesce(pause_reason, 'no reason given'), to_char(paused_until, 'YYYY-MM-DD HH24:MI')) AS message,
         NULL::int AS rule_id, NULL::int AS city_id
    FROM source_states
   -- Two failures may be a hiccup; a long pause is none: a key that is refused.
   WHERE consecutive_failures >= 3 OR consecutive_failures > 0 AND paused_until > now() + interval '10 minutes'
  UNION ALL
  SELECT 'QUOTA', format('QUOTA/%s/%s', $1::text, period), true, 'WARNING',
         format('%s%% of the calls to %s are used', round(100 * used / allowed), $1::text),
         format('%s of %s calls of %s (UTC) are used. When they are, fetching waits for the next period: follow fewer cities, or ask less often.',
                ceil(used), allowed, period), NULL, NULL
    FROM quota
   WHERE used >= 0.9 * allowed
  UNION ALL
  SELECT 'DATA_CHECK', format('DATA_CHECK/%s', name), false, 'ERROR', format('Data check %s %s', name, lower(status::text)),
         CASE status WHEN 'ERRORED' THEN 'The check itself could not run; the log of its run says why.'
              ELSE format('%s rows should not be: see the check with "check" on the command line or warehouse { dataChecks }.', failing) END, NULL, NULL
    FROM checked
  UNION ALL
  SELECT 'CITY_STALE', format('CITY_STALE/%s/%s', source, city_id), false, 'WARNING', format('No news of %s', name),
         format('The newest observation of %s (city %s) is of %s UTC, though %s answers.', name, city_id,
                to_char(since, 'YYYY-MM-DD HH24:MI'), source), NULL, city_id
    FROM stale
   WHERE many <= 5
  UNION ALL
  SELECT 'CITY_STALE', format('CITY_STALE/%s', source), false, 'WARNING', format('No news of %s cities', count(*)),
         format('%s cities of %s are without news for three of their intervals; the longest: %s.', count(*), source,
                array_to_string((array_agg(name ORDER BY since))[1:5], ', ')), NULL, NULL
    FROM stale
   WHERE many > 5
   GROUP BY source
  UNION ALL
  SELECT 'RUN_FAILED', format('RUN_FAILED/%s', job), false, 'ERROR', format('%s failed three times in a row', job),
         coalesce(left(max(error), 500), 'Its runs were abandoned.'), NULL, NULL
    FROM failing
   GROUP BY job
  HAVING count(*) = 3
  UNION ALL
  SELECT 'WEATHER', format('WEATHER/%s/%s/%s', rule_id, city_id, day), true, 'WARNING', format('%s: %s', rule, city),
         format('%s: %s %s of %s %s, %s %s; %s local time.', city,
                CASE subject WHEN 'FORECAST' THEN 'forecast' WHEN 'DAILY_SUMMARY' THEN 'daily' ELSE 'observed' END,
                lower(replace(parameter, '_', ' ')), round(value::numeric, 1), $4::jsonb ->> parameter, lower(comparison::text), threshold,
                to_char(local_at, CASE subject WHEN 'DAILY_SUMMARY' THEN 'YYYY-MM-DD' ELSE 'YYYY-MM-DD HH24:MI' END)), rule_id, city_id
    FROM weather
),
resolved AS (
  UPDATE alerts
     SET resolved_at = now(),
         next_attempt_at = CASE WHEN $5::boolean AND $6::boolean AND delivered_at IS NOT NULL THEN now() ELSE next_attempt_at END
   WHERE resolved_at IS NULL AND NOT EXISTS (SELECT FROM condition WHERE condition.key = alerts.key)
  RETURNING id
),
raised AS (
  INSERT INTO alerts (kind, key, occurrence, severity, title, message, rule_id, city_id, next_attempt_at)
  SELECT kind, key, 1 + coalesce((SELECT max(occurrence) FROM alerts WHERE alerts.key = condition.key), 0),
         severity, title, message, rule_id, city_id, CASE WHEN $5::boolean THEN now() END
    FROM condition
   WHERE NOT EXISTS (SELECT FROM alerts WHERE alerts.key = condition.key AND (once OR resolved_at IS NULL))
  ON CONFLICT DO NOTHING
  RETURNING id
)
SELECT (SELECT count(*)::int FROM raised) AS raised, (SELECT count(*)::int FROM resolved) AS resolved;
