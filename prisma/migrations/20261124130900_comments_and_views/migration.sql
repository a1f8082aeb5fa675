-- What each table, column and enum holds, with unit and rule: for whoever reads the database with SQL.

COMMENT ON TABLE "quota_usage" IS 'Upstream calls made by source and UTC month, day or hour';
COMMENT ON TYPE "source" IS 'Where weather values come from, in the order in which the summaries prefer them';
COMMENT ON TYPE "payload_kind" IS 'CURRENT: the weather now; ARCHIVE: history (reanalysis); in the order in which the summaries prefer them';
COMMENT ON TYPE "payload_state" IS 'PENDING: not read yet; LOADED: read; REJECTED: read, and nothing in it could be used';
COMMENT ON TYPE "units" IS 'Unit systems of OpenWeatherMap: its metric, imperial and standard (kelvin)';
COMMENT ON TYPE "reject_reason" IS 'HTTP: an error answer; MALFORMED: no JSON; SCHEMA: another shape; MISSING: a needed value is absent; OUT_OF_RANGE: cannot be true; FUTURE: not yet; PLACE_MISMATCH: another place';
COMMENT ON TYPE "job" IS 'What a run does';
COMMENT ON TYPE "run_trigger" IS 'SCHEDULE: the timetable; ADMIN: the API; CLI: the command line; STARTUP: the program’s start';
COMMENT ON TYPE "run_status" IS 'REQUESTED: waits; RUNNING: has an owner; SUCCEEDED; PARTIAL: not all of it, error says what; FAILED; ABANDONED: several owners died over it; CANCELLED';
COMMENT ON TYPE "severity" IS 'How bad a failed check is: ERROR: something is wrong; WARNING: worth a look';
COMMENT ON TYPE "check_status" IS 'PASSED; FAILED: rows that should not be; ERRORED: the check itself failed';

COMMENT ON COLUMN "cities"."id" IS 'GeoNames id; places of one’s own from 1,000,000,000 up';
COMMENT ON COLUMN "cities"."name" IS 'Name as GeoNames writes it, in Latin script as a rule';
COMMENT ON COLUMN "cities"."ascii_name" IS 'The name without accents';
COMMENT ON COLUMN "cities"."country_code" IS 'ISO 3166-1 alpha-2';
COMMENT ON COLUMN "cities"."admin1_code" IS 'First administrative division (state, region) as GeoNames codes it; NULL when unknown';
COMMENT ON COLUMN "cities"."latitude" IS 'Degrees north, WGS 84';
COMMENT ON COLUMN "cities"."longitude" IS 'Degrees east, WGS 84';
COMMENT ON COLUMN "cities"."elevation_m" IS 'Metres above the sea; NULL when unknown';
COMMENT ON COLUMN "cities"."population" IS 'People; NULL when unknown, never 0';
COMMENT ON COLUMN "cities"."time_zone" IS 'IANA name that PostgreSQL knows; decides where a local day begins';
COMMENT ON COLUMN "cities"."search_text" IS 'Names folded for search: lower case, no accents, one line a name';

COMMENT ON COLUMN "tracked_cities"."city_id" IS 'cities.id';
COMMENT ON COLUMN "tracked_cities"."source" IS 'Source that the city is asked of';
COMMENT ON COLUMN "tracked_cities"."interval_minutes" IS 'Minutes between two requests, before any stretching to fit the quota; above 0';
COMMENT ON COLUMN "tracked_cities"."next_due_at" IS 'When the city is asked for again';
COMMENT ON COLUMN "tracked_cities"."claimed_until" IS 'Until then a fetch that is under way has it for itself; NULL when none is';
COMMENT ON COLUMN "tracked_cities"."last_fetched_at" IS 'When an answer last came; NULL before the first';
COMMENT ON COLUMN "tracked_cities"."last_observed_at" IS 'Newest instant observed live; NULL before the first';
COMMENT ON COLUMN "tracked_cities"."failures" IS 'Requests in a row that failed; 0 after a success';
COMMENT ON COLUMN "tracked_cities"."paused" IS 'True while the city is not asked for';
COMMENT ON COLUMN "tracked_cities"."tracked_at" IS 'When it was followed first';

COMMENT ON COLUMN "payloads"."city_id" IS 'City that was asked for, cities.id';
COMMENT ON COLUMN "payloads"."id" IS 'Number of the payload, unique over all cities';
COMMENT ON COLUMN "payloads"."source" IS 'Source that answered';
COMMENT ON COLUMN "payloads"."kind" IS 'What was asked';
COMMENT ON COLUMN "payloads"."run_id" IS 'Run that fetched it, runs.id';
COMMENT ON COLUMN "payloads"."requested_at" IS 'When the request was sent';
COMMENT ON COLUMN "payloads"."fetched_at" IS 'When the answer was complete';
COMMENT ON COLUMN "payloads"."http_status" IS 'HTTP status of the answer';
COMMENT ON COLUMN "payloads"."content_type" IS 'Content type that the answer claimed; NULL when it claimed none';
COMMENT ON COLUMN "payloads"."units" IS 'Unit system that was asked for; answers do not state it';
COMMENT ON COLUMN "payloads"."body" IS 'The bytes as they came; NULL once retention removed them, or when same_as_payload_id has them';
COMMENT ON COLUMN "payloads"."body_sha256" IS 'SHA-256 of the bytes';
COMMENT ON COLUMN "payloads"."same_as_payload_id" IS 'Earlier payload of the city with the very same bytes, which are kept once; NULL when the bytes are here';
COMMENT ON COLUMN "payloads"."state" IS 'Whether the load has read it';
COMMENT ON COLUMN "payloads"."parser_version" IS 'Version of the parser that read it last; NULL before the load';
COMMENT ON COLUMN "payloads"."loaded_at" IS 'When the load read it last; NULL before';

COMMENT ON COLUMN "observations"."observed_at" IS 'Instant the values are valid for, UTC, to the second';
COMMENT ON COLUMN "observations"."fetched_at" IS 'When the answer that holds them came';
COMMENT ON COLUMN "observations"."loaded_at" IS 'When they were written here last';
COMMENT ON COLUMN "observations"."payload_id" IS 'Payload they were read from, payloads.id';
COMMENT ON COLUMN "observations"."city_id" IS 'cities.id';
COMMENT ON COLUMN "observations"."source" IS 'Which source the values came from';
COMMENT ON COLUMN "observations"."kind" IS 'Whether they were observed live or come from an archive (reanalysis)';
COMMENT ON COLUMN "observations"."air_temperature_c" IS 'Air temperature 2 m above ground, °C; NULL when the source gave none';
COMMENT ON COLUMN "observations"."apparent_temperature_c" IS 'Apparent (felt) temperature, °C; NULL when the source gave none';
COMMENT ON COLUMN "observations"."dew_point_temperature_c" IS 'Dew point, °C; NULL when the source gave none';
COMMENT ON COLUMN "observations"."relative_humidity_pct" IS 'Relative humidity, %; NULL when the source gave none';
COMMENT ON COLUMN "observations"."mean_sea_level_pressure_hpa" IS 'Air pressure reduced to sea level, hPa; NULL when the source gave none';
COMMENT ON COLUMN "observations"."surface_pressure_hpa" IS 'Air pressure at the ground, hPa; NULL when the source gave none';
COMMENT ON COLUMN "observations"."wind_speed_ms" IS 'Wind speed 10 m above ground, m/s; NULL when the source gave none';
COMMENT ON COLUMN "observations"."wind_gust_speed_ms" IS 'Gust speed, m/s: maximum of the hour that ends at observed_at (Open-Meteo, archives) or momentary (others); NULL when the source gave none';
COMMENT ON COLUMN "observations"."wind_from_direction_deg" IS 'Direction the wind comes from, clockwise from north, degrees, 0 to 360; NULL when the source gave none';
COMMENT ON COLUMN "observations"."cloud_cover_pct" IS 'Sky covered by clouds, %; NULL when the source gave none';
COMMENT ON COLUMN "observations"."visibility_m" IS 'Visibility, m; OpenWeatherMap caps it at 10000, which means "at least"; NULL when the source gave none';
COMMENT ON COLUMN "observations"."rain_1h_mm" IS 'Rain, mm: amount of the hour that ends at observed_at (Open-Meteo, archives) or rate at that instant in mm/h (others); NULL when the source gave none, which is not 0';
COMMENT ON COLUMN "observations"."snow_water_1h_mm" IS 'Snow as water, mm of water: amount of the hour that ends at observed_at (Open-Meteo, archives) or rate at that instant in mm/h (others); NULL when the source gave none, which is not 0';
COMMENT ON COLUMN "observations"."precipitation_1h_mm" IS 'Rain and snow together, mm of water: amount of the hour that ends at observed_at (Open-Meteo, archives) or rate at that instant in mm/h (others); NULL when the source gave none, which is not 0';
COMMENT ON COLUMN "observations"."condition_code" IS 'Primary condition in the source’s own code table: OpenWeatherMap from 200 up, WMO 4677 up to 99; NULL when the source gave none';
COMMENT ON COLUMN "observations"."further_condition_codes" IS 'Further conditions reported at the same time, same tables';

COMMENT ON COLUMN "latest_observations"."city_id" IS 'cities.id';
COMMENT ON COLUMN "latest_observations"."source" IS 'Source';
COMMENT ON COLUMN "latest_observations"."observed_at" IS 'Newest instant of the city in observations of that source';

COMMENT ON COLUMN "rejects"."city_id" IS 'City of the payload; 0 for what belongs to no city of the catalogue';
COMMENT ON COLUMN "rejects"."id" IS 'Number of the reject';
COMMENT ON COLUMN "rejects"."payload_id" IS 'Payload it was found in, payloads.id';
COMMENT ON COLUMN "rejects"."run_id" IS 'Run that refused it, runs.id';
COMMENT ON COLUMN "rejects"."reason" IS 'Why it was refused';
COMMENT ON COLUMN "rejects"."path" IS 'Where in the payload: main.temp, hourly.time[3]; NULL when it is the whole of it';
COMMENT ON COLUMN "rejects"."value" IS 'The offending value as JSON text, cut at 200 characters; NULL when there is none';
COMMENT ON COLUMN "rejects"."detail" IS 'The reason as a sentence';
COMMENT ON COLUMN "rejects"."at" IS 'When it was refused first';
COMMENT ON COLUMN "rejects"."resolved_at" IS 'When a later reading found nothing wrong any more; NULL while it stands';

COMMENT ON COLUMN "stale_hours"."city_id" IS 'cities.id';
COMMENT ON COLUMN "stale_hours"."hour" IS 'Start of the UTC hour that was touched';
COMMENT ON COLUMN "stale_hours"."id" IS 'Number of the mark: each transaction adds marks of its own';

COMMENT ON COLUMN "hourly_summaries"."hour" IS 'Start of the UTC hour [hour, hour + 1 h)';
COMMENT ON COLUMN "hourly_summaries"."air_temperature_min_at" IS 'First instant at which the hour was coldest, UTC; NULL when no sample has a temperature';
COMMENT ON COLUMN "hourly_summaries"."air_temperature_max_at" IS 'First instant at which the hour was warmest, UTC; NULL when no sample has a temperature';
COMMENT ON COLUMN "hourly_summaries"."summarised_at" IS 'When a value of the row last changed';
COMMENT ON COLUMN "hourly_summaries"."air_temperature_mean_c" IS 'Mean air temperature, °C: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."apparent_temperature_mean_c" IS 'Mean apparent temperature, °C: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."dew_point_temperature_mean_c" IS 'Mean dew point, °C: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."relative_humidity_mean_pct" IS 'Mean relative humidity, %: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."mean_sea_level_pressure_mean_hpa" IS 'Mean pressure at sea level, hPa: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."surface_pressure_mean_hpa" IS 'Mean pressure at the ground, hPa: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."wind_speed_mean_ms" IS 'Mean wind speed, m/s: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."wind_eastward_mean_ms" IS 'Mean eastward (u) component of the vector the air moves along, m/s, over the samples with both speed and direction; NULL when there are none';
COMMENT ON COLUMN "hourly_summaries"."wind_northward_mean_ms" IS 'Mean northward (v) component of the vector the air moves along, m/s, over the samples with both speed and direction; NULL when there are none';
COMMENT ON COLUMN "hourly_summaries"."cloud_cover_mean_pct" IS 'Mean cloud cover, %: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."visibility_mean_m" IS 'Mean visibility, m: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."rain_mm" IS 'Rain, mm, that fell in [hour, hour + 1 h): the sum stamped hour + 1 h (Open-Meteo, archives; NULL while it is missing), else the mean rate of the samples times 1 h, absent counting as 0';
COMMENT ON COLUMN "hourly_summaries"."snow_water_mm" IS 'Snow, mm of water, that fell in [hour, hour + 1 h): the sum stamped hour + 1 h (Open-Meteo, archives; NULL while it is missing), else the mean rate of the samples times 1 h, absent counting as 0';
COMMENT ON COLUMN "hourly_summaries"."precipitation_mm" IS 'Rain and snow, mm of water, that fell in [hour, hour + 1 h): the sum stamped hour + 1 h (Open-Meteo, archives; NULL while it is missing), else the mean rate of the samples times 1 h, absent counting as 0';
COMMENT ON COLUMN "hourly_summaries"."city_id" IS 'cities.id';
COMMENT ON COLUMN "hourly_summaries"."source" IS 'The one source of the hour: live before reanalysis, then in the order of the enum; never a blend';
COMMENT ON COLUMN "hourly_summaries"."kind" IS 'Whether that source observed live or is an archive (reanalysis)';
COMMENT ON COLUMN "hourly_summaries"."sample_count" IS 'Observations of that source whose instant lies in the hour; at least 1';
COMMENT ON COLUMN "hourly_summaries"."air_temperature_min_c" IS 'Lowest air temperature of the hour’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."air_temperature_max_c" IS 'Highest air temperature of the hour’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."apparent_temperature_min_c" IS 'Lowest apparent temperature of the hour’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."apparent_temperature_max_c" IS 'Highest apparent temperature of the hour’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."relative_humidity_min_pct" IS 'Lowest relative humidity of the hour’s samples, %; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."relative_humidity_max_pct" IS 'Highest relative humidity of the hour’s samples, %; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."mean_sea_level_pressure_min_hpa" IS 'Lowest pressure at sea level of the hour’s samples, hPa; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."mean_sea_level_pressure_max_hpa" IS 'Highest pressure at sea level of the hour’s samples, hPa; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."wind_speed_min_ms" IS 'Lowest wind speed of the hour’s samples, m/s; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."wind_speed_max_ms" IS 'Highest wind speed of the hour’s samples, m/s; NULL when none has one';
COMMENT ON COLUMN "hourly_summaries"."wind_gust_speed_max_ms" IS 'Strongest gust of the hour, m/s; NULL when unknown, and a gust below the mean speed is possible in genuine reports';
COMMENT ON COLUMN "hourly_summaries"."condition_code" IS 'Condition most samples had, of equals the one seen last; code tables as in observations; NULL when none is known';
COMMENT ON COLUMN "hourly_summaries"."precipitation_implied_zero" IS 'True when the amount rests on absent values read as "none fell"';

COMMENT ON COLUMN "daily_summaries"."air_temperature_min_at" IS 'First instant at which the day was coldest, UTC; NULL when no sample has a temperature';
COMMENT ON COLUMN "daily_summaries"."air_temperature_max_at" IS 'First instant at which the day was warmest, UTC; NULL when no sample has a temperature';
COMMENT ON COLUMN "daily_summaries"."summarised_at" IS 'When a value of the row last changed';
COMMENT ON COLUMN "daily_summaries"."ends_at" IS 'First instant after the local day, UTC; the day is over from then on';
COMMENT ON COLUMN "daily_summaries"."air_temperature_mean_c" IS 'Mean air temperature, °C: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."apparent_temperature_mean_c" IS 'Mean apparent temperature, °C: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."dew_point_temperature_mean_c" IS 'Mean dew point, °C: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."relative_humidity_mean_pct" IS 'Mean relative humidity, %: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."mean_sea_level_pressure_mean_hpa" IS 'Mean pressure at sea level, hPa: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."surface_pressure_mean_hpa" IS 'Mean pressure at the ground, hPa: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."wind_speed_mean_ms" IS 'Mean wind speed, m/s: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."wind_eastward_mean_ms" IS 'Mean eastward (u) component of the vector the air moves along, m/s, over the hours that have one; NULL when there are none';
COMMENT ON COLUMN "daily_summaries"."wind_northward_mean_ms" IS 'Mean northward (v) component of the vector the air moves along, m/s, over the hours that have one; NULL when there are none';
COMMENT ON COLUMN "daily_summaries"."cloud_cover_mean_pct" IS 'Mean cloud cover, %: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."visibility_mean_m" IS 'Mean visibility, m: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."rain_mm" IS 'Rain, mm, of the day: sum over the hours that know their amount, never filled; NULL when none does';
COMMENT ON COLUMN "daily_summaries"."snow_water_mm" IS 'Snow, mm of water, of the day: sum over the hours that know their amount, never filled; NULL when none does';
COMMENT ON COLUMN "daily_summaries"."precipitation_mm" IS 'Rain and snow, mm of water, of the day: sum over the hours that know their amount, never filled; NULL when none does';
COMMENT ON COLUMN "daily_summaries"."city_id" IS 'cities.id';
COMMENT ON COLUMN "daily_summaries"."local_date" IS 'Date on the city’s own clock; an hour belongs to the date shown when it starts';
COMMENT ON COLUMN "daily_summaries"."sample_count" IS 'Observations behind the day’s hours';
COMMENT ON COLUMN "daily_summaries"."air_temperature_min_c" IS 'Lowest air temperature of the day’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."air_temperature_max_c" IS 'Highest air temperature of the day’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."apparent_temperature_min_c" IS 'Lowest apparent temperature of the day’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."apparent_temperature_max_c" IS 'Highest apparent temperature of the day’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."relative_humidity_min_pct" IS 'Lowest relative humidity of the day’s samples, %; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."relative_humidity_max_pct" IS 'Highest relative humidity of the day’s samples, %; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."mean_sea_level_pressure_min_hpa" IS 'Lowest pressure at sea level of the day’s samples, hPa; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."mean_sea_level_pressure_max_hpa" IS 'Highest pressure at sea level of the day’s samples, hPa; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."wind_speed_min_ms" IS 'Lowest wind speed of the day’s samples, m/s; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."wind_speed_max_ms" IS 'Highest wind speed of the day’s samples, m/s; NULL when none has one';
COMMENT ON COLUMN "daily_summaries"."wind_gust_speed_max_ms" IS 'Strongest gust of the day, m/s; NULL when unknown, and a gust below the mean speed is possible in genuine reports';
COMMENT ON COLUMN "daily_summaries"."observed_hours" IS 'Hours of the day with at least one observation';
COMMENT ON COLUMN "daily_summaries"."expected_hours" IS 'Hours the local day has: 23, 24 or 25, as the city’s clock has it';
COMMENT ON COLUMN "daily_summaries"."condition_code" IS 'Condition most hours had, of equals the one seen last; code tables as in observations; NULL when none is known';
COMMENT ON COLUMN "daily_summaries"."precipitation_implied_zero" IS 'True when an hour’s amount rests on absent values read as "none fell"';
COMMENT ON COLUMN "daily_summaries"."sources" IS 'Every source an hour of the day came from, in the order of the enum';

COMMENT ON COLUMN "moving_averages"."hour" IS 'Start of the last UTC hour of the window; the hour itself was observed';
COMMENT ON COLUMN "moving_averages"."air_temperature_c" IS 'Air temperature 2 m above ground, °C: mean of the hourly means in (hour - window_hours, hour], nothing filled; NULL when no hour there has one';
COMMENT ON COLUMN "moving_averages"."apparent_temperature_c" IS 'Apparent (felt) temperature, °C: mean of the hourly means in (hour - window_hours, hour], nothing filled; NULL when no hour there has one';
COMMENT ON COLUMN "moving_averages"."relative_humidity_pct" IS 'Relative humidity, %: mean of the hourly means in (hour - window_hours, hour], nothing filled; NULL when no hour there has one';
COMMENT ON COLUMN "moving_averages"."mean_sea_level_pressure_hpa" IS 'Air pressure reduced to sea level, hPa: mean of the hourly means in (hour - window_hours, hour], nothing filled; NULL when no hour there has one';
COMMENT ON COLUMN "moving_averages"."wind_speed_ms" IS 'Wind speed 10 m above ground, m/s: mean of the hourly means in (hour - window_hours, hour], nothing filled; NULL when no hour there has one';
COMMENT ON COLUMN "moving_averages"."city_id" IS 'cities.id';
COMMENT ON COLUMN "moving_averages"."window_hours" IS 'Length of the window in hours; the kept ones are set by MOVING_AVERAGE_WINDOWS';
COMMENT ON COLUMN "moving_averages"."observed_hours" IS 'Hours of the window with at least one observation, from 1 to window_hours';

COMMENT ON COLUMN "runs"."id" IS 'Number of the run';
COMMENT ON COLUMN "runs"."job" IS 'What was to be done';
COMMENT ON COLUMN "runs"."slot" IS 'Scheduled instant the run stands for; NULL when somebody asked';
COMMENT ON COLUMN "runs"."trigger" IS 'Who asked';
COMMENT ON COLUMN "runs"."status" IS 'How far it is, or how it ended';
COMMENT ON COLUMN "runs"."requested_by" IS 'Name of who asked; NULL for the schedule';
COMMENT ON COLUMN "runs"."parameters" IS 'What was asked, as a JSON object: {"cityIds": [...], ...}';
COMMENT ON COLUMN "runs"."window_from" IS 'Start of the window of time asked for, inclusive; NULL when there is none';
COMMENT ON COLUMN "runs"."window_to" IS 'End of that window, exclusive; NULL when there is none';
COMMENT ON COLUMN "runs"."attempt" IS 'Fencing token: one more for each owner; a write under an older one is refused';
COMMENT ON COLUMN "runs"."deaths" IS 'Owners in a row that died without getting any further';
COMMENT ON COLUMN "runs"."owner" IS 'Process that has the run now or had it last; NULL before the first';
COMMENT ON COLUMN "runs"."lease_until" IS 'Until then the owner has the run for itself; NULL when nobody does';
COMMENT ON COLUMN "runs"."progress_done" IS 'Units done';
COMMENT ON COLUMN "runs"."progress_total" IS 'Units to do; 0 while unknown';
COMMENT ON COLUMN "runs"."calls" IS 'Upstream calls made';
COMMENT ON COLUMN "runs"."payloads" IS 'Payloads written or read';
COMMENT ON COLUMN "runs"."observations_inserted" IS 'Observations that are new';
COMMENT ON COLUMN "runs"."observations_updated" IS 'Observations whose values changed';
COMMENT ON COLUMN "runs"."observations_unchanged" IS 'Observations that came again as they were';
COMMENT ON COLUMN "runs"."rejects" IS 'Items refused';
COMMENT ON COLUMN "runs"."hours_summarised" IS 'City-hours computed anew';
COMMENT ON COLUMN "runs"."days_summarised" IS 'City-days computed anew; a day whose hours came in two transactions counts twice';
COMMENT ON COLUMN "runs"."error" IS 'What went wrong and what to do, as a sentence; NULL when nothing did';
COMMENT ON COLUMN "runs"."requested_at" IS 'When it was asked for';
COMMENT ON COLUMN "runs"."started_at" IS 'When an owner first took it; NULL before';
COMMENT ON COLUMN "runs"."heartbeat_at" IS 'When the owner last renewed its lease; NULL before the first';
COMMENT ON COLUMN "runs"."finished_at" IS 'When it ended; NULL until then';

COMMENT ON COLUMN "quota_usage"."source" IS 'Source';
COMMENT ON COLUMN "quota_usage"."period" IS 'UTC month, day or hour: 2026-11, 2026-11-24, 2026-11-24T09';
COMMENT ON COLUMN "quota_usage"."calls" IS 'Upstream calls made in it, weighted where the source weighs its calls; counted before each call';

COMMENT ON COLUMN "call_reservations"."id" IS 'Number';
COMMENT ON COLUMN "call_reservations"."source" IS 'Source';
COMMENT ON COLUMN "call_reservations"."at" IS 'When the call was let through';
COMMENT ON COLUMN "call_reservations"."calls" IS 'Weight of the call';

COMMENT ON COLUMN "source_states"."source" IS 'Source';
COMMENT ON COLUMN "source_states"."paused_until" IS 'No process calls the source before; NULL when it may be called';
COMMENT ON COLUMN "source_states"."pause_reason" IS 'Why, as a sentence; NULL when not paused';
COMMENT ON COLUMN "source_states"."consecutive_failures" IS 'Calls in a row that failed; what lengthens the next pause';
COMMENT ON COLUMN "source_states"."updated_at" IS 'When the row last changed';

COMMENT ON COLUMN "data_check_results"."id" IS 'Number';
COMMENT ON COLUMN "data_check_results"."run_id" IS 'Run that checked, runs.id';
COMMENT ON COLUMN "data_check_results"."check" IS 'Name of the check, as its file in src/quality/checks';
COMMENT ON COLUMN "data_check_results"."severity" IS 'How bad a failure is';
COMMENT ON COLUMN "data_check_results"."status" IS 'Outcome';
COMMENT ON COLUMN "data_check_results"."failing" IS 'Rows that should not be';
COMMENT ON COLUMN "data_check_results"."sample" IS 'Up to ten offending rows, as a JSON array';
COMMENT ON COLUMN "data_check_results"."checked_at" IS 'When it was checked';

COMMENT ON COLUMN "settings"."key" IS 'Name of the fact: demo, catalogue, ...';
COMMENT ON COLUMN "settings"."value" IS 'The fact, as JSON';

-- For analysts: views with cities’ names, local times, coverage and units, and nothing that runs the program.
-- Not called "weather": the database’s user may have that name, and its own schema would come before public.
CREATE SCHEMA IF NOT EXISTS "analysis";
COMMENT ON SCHEMA "analysis" IS 'Views for people who ask with SQL: the only thing that SQL users may read';

CREATE VIEW "analysis"."cities" AS
SELECT c.id AS "city_id",
       c.name AS "city",
       c.country_code AS "country_code",
       c.admin1_code AS "admin1_code",
       c.latitude AS "latitude",
       c.longitude AS "longitude",
       c.elevation_m AS "elevation_m",
       c.population AS "population",
       c.time_zone AS "time_zone",
       t.city_id IS NOT NULL AS "is_tracked",
       t.source::text AS "source",
       t.interval_minutes AS "interval_minutes",
       t.paused AS "is_paused",
       t.last_observed_at AS "last_observed_at"
  FROM cities AS c LEFT JOIN tracked_cities AS t ON t.city_id = c.id;
COMMENT ON VIEW "analysis"."cities" IS 'The catalogue of places, and which of them are followed. One row a place';
COMMENT ON COLUMN "analysis"."cities"."city_id" IS 'GeoNames id of the city; places of one’s own from 1,000,000,000 up';
COMMENT ON COLUMN "analysis"."cities"."city" IS 'Name of the city';
COMMENT ON COLUMN "analysis"."cities"."country_code" IS 'ISO 3166-1 alpha-2';
COMMENT ON COLUMN "analysis"."cities"."admin1_code" IS 'First administrative division (state, region) as GeoNames codes it; NULL when unknown';
COMMENT ON COLUMN "analysis"."cities"."latitude" IS 'Degrees north, WGS 84';
COMMENT ON COLUMN "analysis"."cities"."longitude" IS 'Degrees east, WGS 84';
COMMENT ON COLUMN "analysis"."cities"."elevation_m" IS 'Metres above the sea; NULL when unknown';
COMMENT ON COLUMN "analysis"."cities"."population" IS 'People; NULL when unknown, never 0';
COMMENT ON COLUMN "analysis"."cities"."time_zone" IS 'IANA name that PostgreSQL knows; decides where a local day begins';
COMMENT ON COLUMN "analysis"."cities"."is_tracked" IS 'True for the cities that are asked for';
COMMENT ON COLUMN "analysis"."cities"."source" IS 'Source that a followed city is asked of; NULL when it is not followed';
COMMENT ON COLUMN "analysis"."cities"."interval_minutes" IS 'Minutes between two requests, before any stretching to fit the quota; NULL when not followed';
COMMENT ON COLUMN "analysis"."cities"."is_paused" IS 'True while a followed city is not asked for; NULL when not followed';
COMMENT ON COLUMN "analysis"."cities"."last_observed_at" IS 'Newest instant observed live; NULL before the first';

CREATE VIEW "analysis"."observations" AS
SELECT c.id AS "city_id",
       c.name AS "city",
       c.country_code AS "country_code",
       o.observed_at AS "observed_at",
       o.observed_at AT TIME ZONE c.time_zone AS "observed_at_local",
       o.source::text AS "source",
       o.kind = 'ARCHIVE' AS "is_reanalysis",
       o.air_temperature_c AS "air_temperature_c",
       o.apparent_temperature_c AS "apparent_temperature_c",
       o.dew_point_temperature_c AS "dew_point_temperature_c",
       o.relative_humidity_pct AS "relative_humidity_pct",
       o.mean_sea_level_pressure_hpa AS "mean_sea_level_pressure_hpa",
       o.surface_pressure_hpa AS "surface_pressure_hpa",
       o.wind_speed_ms AS "wind_speed_ms",
       o.wind_gust_speed_ms AS "wind_gust_speed_ms",
       o.wind_from_direction_deg AS "wind_from_direction_deg",
       o.cloud_cover_pct AS "cloud_cover_pct",
       o.visibility_m AS "visibility_m",
       o.rain_1h_mm AS "rain_1h_mm",
       o.snow_water_1h_mm AS "snow_water_1h_mm",
       o.precipitation_1h_mm AS "precipitation_1h_mm",
       o.condition_code AS "condition_code",
       o.further_condition_codes AS "further_condition_codes",
       o.fetched_at AS "fetched_at",
       o.loaded_at AS "loaded_at"
  FROM observations AS o JOIN cities AS c ON c.id = o.city_id;
COMMENT ON VIEW "analysis"."observations" IS 'Values of one source, city and instant, as loaded. NULL means that the source gave no value, never 0. Ask for cities and a range of observed_at';
COMMENT ON COLUMN "analysis"."observations"."city_id" IS 'GeoNames id of the city; places of one’s own from 1,000,000,000 up';
COMMENT ON COLUMN "analysis"."observations"."city" IS 'Name of the city';
COMMENT ON COLUMN "analysis"."observations"."country_code" IS 'ISO 3166-1 alpha-2';
COMMENT ON COLUMN "analysis"."observations"."observed_at" IS 'Instant the values are valid for, UTC, to the second';
COMMENT ON COLUMN "analysis"."observations"."observed_at_local" IS 'The same instant on the city’s own clock';
COMMENT ON COLUMN "analysis"."observations"."source" IS 'OPENWEATHERMAP, OPEN_METEO or DEMO; licence and attribution are in the view sources';
COMMENT ON COLUMN "analysis"."observations"."is_reanalysis" IS 'True for history from an archive (values on a grid), false for weather observed live';
COMMENT ON COLUMN "analysis"."observations"."air_temperature_c" IS 'Air temperature 2 m above ground, °C; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."observations"."apparent_temperature_c" IS 'Apparent (felt) temperature, °C; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."observations"."dew_point_temperature_c" IS 'Dew point, °C; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."observations"."relative_humidity_pct" IS 'Relative humidity, %; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."observations"."mean_sea_level_pressure_hpa" IS 'Air pressure reduced to sea level, hPa; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."observations"."surface_pressure_hpa" IS 'Air pressure at the ground, hPa; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."observations"."wind_speed_ms" IS 'Wind speed 10 m above ground, m/s; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."observations"."wind_gust_speed_ms" IS 'Gust speed, m/s: maximum of the hour that ends at observed_at (Open-Meteo, archives) or momentary (others); NULL when the source gave none';
COMMENT ON COLUMN "analysis"."observations"."wind_from_direction_deg" IS 'Direction the wind comes from, clockwise from north, degrees, 0 to 360; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."observations"."cloud_cover_pct" IS 'Sky covered by clouds, %; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."observations"."visibility_m" IS 'Visibility, m; OpenWeatherMap caps it at 10000, which means "at least"; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."observations"."rain_1h_mm" IS 'Rain, mm: amount of the hour that ends at observed_at (Open-Meteo, archives) or rate at that instant in mm/h (others); NULL when the source gave none, which is not 0';
COMMENT ON COLUMN "analysis"."observations"."snow_water_1h_mm" IS 'Snow as water, mm of water: amount of the hour that ends at observed_at (Open-Meteo, archives) or rate at that instant in mm/h (others); NULL when the source gave none, which is not 0';
COMMENT ON COLUMN "analysis"."observations"."precipitation_1h_mm" IS 'Rain and snow together, mm of water: amount of the hour that ends at observed_at (Open-Meteo, archives) or rate at that instant in mm/h (others); NULL when the source gave none, which is not 0';
COMMENT ON COLUMN "analysis"."observations"."condition_code" IS 'Primary condition in the source’s own code table: OpenWeatherMap from 200 up, WMO 4677 up to 99; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."observations"."further_condition_codes" IS 'Further conditions reported at the same time, same tables';
COMMENT ON COLUMN "analysis"."observations"."fetched_at" IS 'When the answer that holds them came';
COMMENT ON COLUMN "analysis"."observations"."loaded_at" IS 'When they were written here last';

CREATE VIEW "analysis"."latest_observations" AS
SELECT c.id AS "city_id",
       c.name AS "city",
       c.country_code AS "country_code",
       o.observed_at AS "observed_at",
       o.observed_at AT TIME ZONE c.time_zone AS "observed_at_local",
       o.source::text AS "source",
       o.kind = 'ARCHIVE' AS "is_reanalysis",
       o.air_temperature_c AS "air_temperature_c",
       o.apparent_temperature_c AS "apparent_temperature_c",
       o.dew_point_temperature_c AS "dew_point_temperature_c",
       o.relative_humidity_pct AS "relative_humidity_pct",
       o.mean_sea_level_pressure_hpa AS "mean_sea_level_pressure_hpa",
       o.surface_pressure_hpa AS "surface_pressure_hpa",
       o.wind_speed_ms AS "wind_speed_ms",
       o.wind_gust_speed_ms AS "wind_gust_speed_ms",
       o.wind_from_direction_deg AS "wind_from_direction_deg",
       o.cloud_cover_pct AS "cloud_cover_pct",
       o.visibility_m AS "visibility_m",
       o.rain_1h_mm AS "rain_1h_mm",
       o.snow_water_1h_mm AS "snow_water_1h_mm",
       o.precipitation_1h_mm AS "precipitation_1h_mm",
       o.condition_code AS "condition_code",
       o.further_condition_codes AS "further_condition_codes",
       o.fetched_at AS "fetched_at",
       o.loaded_at AS "loaded_at"
  FROM (SELECT DISTINCT ON (city_id) city_id, observed_at, source FROM latest_observations ORDER BY city_id, observed_at DESC, source) AS l
  JOIN observations AS o ON o.city_id = l.city_id AND o.observed_at = l.observed_at AND o.source = l.source
  JOIN cities AS c ON c.id = o.city_id;
COMMENT ON VIEW "analysis"."latest_observations" IS 'The newest observation of each city that has any, over all sources. One row a city';
COMMENT ON COLUMN "analysis"."latest_observations"."city_id" IS 'GeoNames id of the city; places of one’s own from 1,000,000,000 up';
COMMENT ON COLUMN "analysis"."latest_observations"."city" IS 'Name of the city';
COMMENT ON COLUMN "analysis"."latest_observations"."country_code" IS 'ISO 3166-1 alpha-2';
COMMENT ON COLUMN "analysis"."latest_observations"."observed_at" IS 'Instant the values are valid for, UTC, to the second';
COMMENT ON COLUMN "analysis"."latest_observations"."observed_at_local" IS 'The same instant on the city’s own clock';
COMMENT ON COLUMN "analysis"."latest_observations"."source" IS 'OPENWEATHERMAP, OPEN_METEO or DEMO; licence and attribution are in the view sources';
COMMENT ON COLUMN "analysis"."latest_observations"."is_reanalysis" IS 'True for history from an archive (values on a grid), false for weather observed live';
COMMENT ON COLUMN "analysis"."latest_observations"."air_temperature_c" IS 'Air temperature 2 m above ground, °C; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."latest_observations"."apparent_temperature_c" IS 'Apparent (felt) temperature, °C; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."latest_observations"."dew_point_temperature_c" IS 'Dew point, °C; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."latest_observations"."relative_humidity_pct" IS 'Relative humidity, %; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."latest_observations"."mean_sea_level_pressure_hpa" IS 'Air pressure reduced to sea level, hPa; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."latest_observations"."surface_pressure_hpa" IS 'Air pressure at the ground, hPa; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."latest_observations"."wind_speed_ms" IS 'Wind speed 10 m above ground, m/s; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."latest_observations"."wind_gust_speed_ms" IS 'Gust speed, m/s: maximum of the hour that ends at observed_at (Open-Meteo, archives) or momentary (others); NULL when the source gave none';
COMMENT ON COLUMN "analysis"."latest_observations"."wind_from_direction_deg" IS 'Direction the wind comes from, clockwise from north, degrees, 0 to 360; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."latest_observations"."cloud_cover_pct" IS 'Sky covered by clouds, %; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."latest_observations"."visibility_m" IS 'Visibility, m; OpenWeatherMap caps it at 10000, which means "at least"; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."latest_observations"."rain_1h_mm" IS 'Rain, mm: amount of the hour that ends at observed_at (Open-Meteo, archives) or rate at that instant in mm/h (others); NULL when the source gave none, which is not 0';
COMMENT ON COLUMN "analysis"."latest_observations"."snow_water_1h_mm" IS 'Snow as water, mm of water: amount of the hour that ends at observed_at (Open-Meteo, archives) or rate at that instant in mm/h (others); NULL when the source gave none, which is not 0';
COMMENT ON COLUMN "analysis"."latest_observations"."precipitation_1h_mm" IS 'Rain and snow together, mm of water: amount of the hour that ends at observed_at (Open-Meteo, archives) or rate at that instant in mm/h (others); NULL when the source gave none, which is not 0';
COMMENT ON COLUMN "analysis"."latest_observations"."condition_code" IS 'Primary condition in the source’s own code table: OpenWeatherMap from 200 up, WMO 4677 up to 99; NULL when the source gave none';
COMMENT ON COLUMN "analysis"."latest_observations"."further_condition_codes" IS 'Further conditions reported at the same time, same tables';
COMMENT ON COLUMN "analysis"."latest_observations"."fetched_at" IS 'When the answer that holds them came';
COMMENT ON COLUMN "analysis"."latest_observations"."loaded_at" IS 'When they were written here last';

CREATE VIEW "analysis"."hourly_summaries" AS
SELECT c.id AS "city_id",
       c.name AS "city",
       c.country_code AS "country_code",
       h.hour AS "hour",
       h.hour AT TIME ZONE c.time_zone AS "hour_local",
       h.source::text AS "source",
       h.kind = 'ARCHIVE' AS "is_reanalysis",
       h.sample_count AS "sample_count",
       h.air_temperature_min_at AS "air_temperature_min_at",
       h.air_temperature_min_c AS "air_temperature_min_c",
       h.air_temperature_mean_c AS "air_temperature_mean_c",
       h.air_temperature_max_at AS "air_temperature_max_at",
       h.air_temperature_max_c AS "air_temperature_max_c",
       h.apparent_temperature_min_c AS "apparent_temperature_min_c",
       h.apparent_temperature_mean_c AS "apparent_temperature_mean_c",
       h.apparent_temperature_max_c AS "apparent_temperature_max_c",
       h.dew_point_temperature_mean_c AS "dew_point_temperature_mean_c",
       h.relative_humidity_min_pct AS "relative_humidity_min_pct",
       h.relative_humidity_mean_pct AS "relative_humidity_mean_pct",
       h.relative_humidity_max_pct AS "relative_humidity_max_pct",
       h.mean_sea_level_pressure_min_hpa AS "mean_sea_level_pressure_min_hpa",
       h.mean_sea_level_pressure_mean_hpa AS "mean_sea_level_pressure_mean_hpa",
       h.mean_sea_level_pressure_max_hpa AS "mean_sea_level_pressure_max_hpa",
       h.surface_pressure_mean_hpa AS "surface_pressure_mean_hpa",
       h.wind_speed_min_ms AS "wind_speed_min_ms",
       h.wind_speed_mean_ms AS "wind_speed_mean_ms",
       h.wind_speed_max_ms AS "wind_speed_max_ms",
       h.wind_gust_speed_max_ms AS "wind_gust_speed_max_ms",
       CASE WHEN h.wind_eastward_mean_ms ^ 2 + h.wind_northward_mean_ms ^ 2 >= 0.1 ^ 2 THEN
         (degrees(atan2(-h.wind_eastward_mean_ms, -h.wind_northward_mean_ms)) + 360)::numeric % 360 END::float8 AS "wind_from_direction_deg",
       h.wind_eastward_mean_ms AS "wind_eastward_mean_ms",
       h.wind_northward_mean_ms AS "wind_northward_mean_ms",
       h.cloud_cover_mean_pct AS "cloud_cover_mean_pct",
       h.visibility_mean_m AS "visibility_mean_m",
       h.precipitation_mm AS "precipitation_mm",
       h.rain_mm AS "rain_mm",
       h.snow_water_mm AS "snow_water_mm",
       h.precipitation_implied_zero AS "precipitation_implied_zero",
       h.condition_code AS "condition_code",
       h.summarised_at AS "summarised_at"
  FROM hourly_summaries AS h JOIN cities AS c ON c.id = h.city_id;
COMMENT ON VIEW "analysis"."hourly_summaries" IS 'One row an observed hour of a city, from one source: live before reanalysis. Hours without observations have no row';
COMMENT ON COLUMN "analysis"."hourly_summaries"."city_id" IS 'GeoNames id of the city; places of one’s own from 1,000,000,000 up';
COMMENT ON COLUMN "analysis"."hourly_summaries"."city" IS 'Name of the city';
COMMENT ON COLUMN "analysis"."hourly_summaries"."country_code" IS 'ISO 3166-1 alpha-2';
COMMENT ON COLUMN "analysis"."hourly_summaries"."hour" IS 'Start of the UTC hour [hour, hour + 1 h)';
COMMENT ON COLUMN "analysis"."hourly_summaries"."hour_local" IS 'Start of the hour on the city’s own clock; occurs twice when clocks are set back';
COMMENT ON COLUMN "analysis"."hourly_summaries"."source" IS 'OPENWEATHERMAP, OPEN_METEO or DEMO; licence and attribution are in the view sources';
COMMENT ON COLUMN "analysis"."hourly_summaries"."is_reanalysis" IS 'True for history from an archive (values on a grid), false for weather observed live';
COMMENT ON COLUMN "analysis"."hourly_summaries"."sample_count" IS 'Observations of that source whose instant lies in the hour; at least 1';
COMMENT ON COLUMN "analysis"."hourly_summaries"."air_temperature_min_at" IS 'First instant at which the hour was coldest, UTC; NULL when no sample has a temperature';
COMMENT ON COLUMN "analysis"."hourly_summaries"."air_temperature_min_c" IS 'Lowest air temperature of the hour’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."air_temperature_mean_c" IS 'Mean air temperature, °C: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."air_temperature_max_at" IS 'First instant at which the hour was warmest, UTC; NULL when no sample has a temperature';
COMMENT ON COLUMN "analysis"."hourly_summaries"."air_temperature_max_c" IS 'Highest air temperature of the hour’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."apparent_temperature_min_c" IS 'Lowest apparent temperature of the hour’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."apparent_temperature_mean_c" IS 'Mean apparent temperature, °C: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."apparent_temperature_max_c" IS 'Highest apparent temperature of the hour’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."dew_point_temperature_mean_c" IS 'Mean dew point, °C: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."relative_humidity_min_pct" IS 'Lowest relative humidity of the hour’s samples, %; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."relative_humidity_mean_pct" IS 'Mean relative humidity, %: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."relative_humidity_max_pct" IS 'Highest relative humidity of the hour’s samples, %; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."mean_sea_level_pressure_min_hpa" IS 'Lowest pressure at sea level of the hour’s samples, hPa; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."mean_sea_level_pressure_mean_hpa" IS 'Mean pressure at sea level, hPa: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."mean_sea_level_pressure_max_hpa" IS 'Highest pressure at sea level of the hour’s samples, hPa; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."surface_pressure_mean_hpa" IS 'Mean pressure at the ground, hPa: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."wind_speed_min_ms" IS 'Lowest wind speed of the hour’s samples, m/s; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."wind_speed_mean_ms" IS 'Mean wind speed, m/s: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."wind_speed_max_ms" IS 'Highest wind speed of the hour’s samples, m/s; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."wind_gust_speed_max_ms" IS 'Strongest gust of the hour, m/s; NULL when unknown, and a gust below the mean speed is possible in genuine reports';
COMMENT ON COLUMN "analysis"."hourly_summaries"."wind_from_direction_deg" IS 'Direction the mean wind vector comes from, degrees clockwise from north, from 0 to below 360; NULL when calm (vector below 0.1 m/s) or unknown';
COMMENT ON COLUMN "analysis"."hourly_summaries"."wind_eastward_mean_ms" IS 'Mean eastward (u) component of the vector the air moves along, m/s, over the samples with both speed and direction; NULL when there are none';
COMMENT ON COLUMN "analysis"."hourly_summaries"."wind_northward_mean_ms" IS 'Mean northward (v) component of the vector the air moves along, m/s, over the samples with both speed and direction; NULL when there are none';
COMMENT ON COLUMN "analysis"."hourly_summaries"."cloud_cover_mean_pct" IS 'Mean cloud cover, %: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."visibility_mean_m" IS 'Mean visibility, m: arithmetic mean of the hour’s samples; NULL when none has one';
COMMENT ON COLUMN "analysis"."hourly_summaries"."precipitation_mm" IS 'Rain and snow, mm of water, that fell in [hour, hour + 1 h): the sum stamped hour + 1 h (Open-Meteo, archives; NULL while it is missing), else the mean rate of the samples times 1 h, absent counting as 0';
COMMENT ON COLUMN "analysis"."hourly_summaries"."rain_mm" IS 'Rain, mm, that fell in [hour, hour + 1 h): the sum stamped hour + 1 h (Open-Meteo, archives; NULL while it is missing), else the mean rate of the samples times 1 h, absent counting as 0';
COMMENT ON COLUMN "analysis"."hourly_summaries"."snow_water_mm" IS 'Snow, mm of water, that fell in [hour, hour + 1 h): the sum stamped hour + 1 h (Open-Meteo, archives; NULL while it is missing), else the mean rate of the samples times 1 h, absent counting as 0';
COMMENT ON COLUMN "analysis"."hourly_summaries"."precipitation_implied_zero" IS 'True when the amount rests on absent values read as "none fell"';
COMMENT ON COLUMN "analysis"."hourly_summaries"."condition_code" IS 'Condition most samples had, of equals the one seen last; code tables as in observations; NULL when none is known';
COMMENT ON COLUMN "analysis"."hourly_summaries"."summarised_at" IS 'When a value of the row last changed';

CREATE VIEW "analysis"."daily_summaries" AS
SELECT c.id AS "city_id",
       c.name AS "city",
       c.country_code AS "country_code",
       d.local_date AS "local_date",
       d.observed_hours AS "observed_hours",
       d.expected_hours AS "expected_hours",
       CASE WHEN d.expected_hours > 0 THEN d.observed_hours::float8 / d.expected_hours ELSE 0 END AS "coverage",
       d.ends_at <= now() AND d.observed_hours >= 0.75 * d.expected_hours AS "is_complete",
       d.sources::text[] AS "sources",
       d.air_temperature_min_at AS "air_temperature_min_at",
       d.air_temperature_min_c AS "air_temperature_min_c",
       d.air_temperature_mean_c AS "air_temperature_mean_c",
       d.air_temperature_max_at AS "air_temperature_max_at",
       d.air_temperature_max_c AS "air_temperature_max_c",
       d.apparent_temperature_min_c AS "apparent_temperature_min_c",
       d.apparent_temperature_mean_c AS "apparent_temperature_mean_c",
       d.apparent_temperature_max_c AS "apparent_temperature_max_c",
       d.dew_point_temperature_mean_c AS "dew_point_temperature_mean_c",
       d.relative_humidity_min_pct AS "relative_humidity_min_pct",
       d.relative_humidity_mean_pct AS "relative_humidity_mean_pct",
       d.relative_humidity_max_pct AS "relative_humidity_max_pct",
       d.mean_sea_level_pressure_min_hpa AS "mean_sea_level_pressure_min_hpa",
       d.mean_sea_level_pressure_mean_hpa AS "mean_sea_level_pressure_mean_hpa",
       d.mean_sea_level_pressure_max_hpa AS "mean_sea_level_pressure_max_hpa",
       d.surface_pressure_mean_hpa AS "surface_pressure_mean_hpa",
       d.wind_speed_min_ms AS "wind_speed_min_ms",
       d.wind_speed_mean_ms AS "wind_speed_mean_ms",
       d.wind_speed_max_ms AS "wind_speed_max_ms",
       d.wind_gust_speed_max_ms AS "wind_gust_speed_max_ms",
       CASE WHEN d.wind_eastward_mean_ms ^ 2 + d.wind_northward_mean_ms ^ 2 >= 0.1 ^ 2 THEN
         (degrees(atan2(-d.wind_eastward_mean_ms, -d.wind_northward_mean_ms)) + 360)::numeric % 360 END::float8 AS "wind_from_direction_deg",
       d.wind_eastward_mean_ms AS "wind_eastward_mean_ms",
       d.wind_northward_mean_ms AS "wind_northward_mean_ms",
       d.cloud_cover_mean_pct AS "cloud_cover_mean_pct",
       d.visibility_mean_m AS "visibility_mean_m",
       d.precipitation_mm AS "precipitation_mm",
       d.rain_mm AS "rain_mm",
       d.snow_water_mm AS "snow_water_mm",
       d.precipitation_implied_zero AS "precipitation_implied_zero",
       d.condition_code AS "condition_code",
       CASE WHEN d.air_temperature_mean_c IS NOT NULL THEN greatest(0, 18.3 - d.air_temperature_mean_c) END AS "heating_degree_days_k_d",
       CASE WHEN d.air_temperature_mean_c IS NOT NULL THEN greatest(0, d.air_temperature_mean_c - 18.3) END AS "cooling_degree_days_k_d",
       d.ends_at AS "ends_at",
       d.summarised_at AS "summarised_at"
  FROM daily_summaries AS d JOIN cities AS c ON c.id = d.city_id;
COMMENT ON VIEW "analysis"."daily_summaries" IS 'One row a local day of a city, from its hours, each hour weighing the same. Days without observations have no row';
COMMENT ON COLUMN "analysis"."daily_summaries"."city_id" IS 'GeoNames id of the city; places of one’s own from 1,000,000,000 up';
COMMENT ON COLUMN "analysis"."daily_summaries"."city" IS 'Name of the city';
COMMENT ON COLUMN "analysis"."daily_summaries"."country_code" IS 'ISO 3166-1 alpha-2';
COMMENT ON COLUMN "analysis"."daily_summaries"."local_date" IS 'Date on the city’s own clock; an hour belongs to the date shown when it starts';
COMMENT ON COLUMN "analysis"."daily_summaries"."observed_hours" IS 'Hours of the day with at least one observation';
COMMENT ON COLUMN "analysis"."daily_summaries"."expected_hours" IS 'Hours the local day has: 23, 24 or 25, as the city’s clock has it';
COMMENT ON COLUMN "analysis"."daily_summaries"."coverage" IS 'observed_hours / expected_hours, 0 to 1';
COMMENT ON COLUMN "analysis"."daily_summaries"."is_complete" IS 'True when the day is over and its coverage is 0.75 or more';
COMMENT ON COLUMN "analysis"."daily_summaries"."sources" IS 'Every source an hour of the day came from, in the order of the enum';
COMMENT ON COLUMN "analysis"."daily_summaries"."air_temperature_min_at" IS 'First instant at which the day was coldest, UTC; NULL when no sample has a temperature';
COMMENT ON COLUMN "analysis"."daily_summaries"."air_temperature_min_c" IS 'Lowest air temperature of the day’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."air_temperature_mean_c" IS 'Mean air temperature, °C: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."air_temperature_max_at" IS 'First instant at which the day was warmest, UTC; NULL when no sample has a temperature';
COMMENT ON COLUMN "analysis"."daily_summaries"."air_temperature_max_c" IS 'Highest air temperature of the day’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."apparent_temperature_min_c" IS 'Lowest apparent temperature of the day’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."apparent_temperature_mean_c" IS 'Mean apparent temperature, °C: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."apparent_temperature_max_c" IS 'Highest apparent temperature of the day’s samples, °C; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."dew_point_temperature_mean_c" IS 'Mean dew point, °C: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."relative_humidity_min_pct" IS 'Lowest relative humidity of the day’s samples, %; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."relative_humidity_mean_pct" IS 'Mean relative humidity, %: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."relative_humidity_max_pct" IS 'Highest relative humidity of the day’s samples, %; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."mean_sea_level_pressure_min_hpa" IS 'Lowest pressure at sea level of the day’s samples, hPa; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."mean_sea_level_pressure_mean_hpa" IS 'Mean pressure at sea level, hPa: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."mean_sea_level_pressure_max_hpa" IS 'Highest pressure at sea level of the day’s samples, hPa; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."surface_pressure_mean_hpa" IS 'Mean pressure at the ground, hPa: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."wind_speed_min_ms" IS 'Lowest wind speed of the day’s samples, m/s; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."wind_speed_mean_ms" IS 'Mean wind speed, m/s: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."wind_speed_max_ms" IS 'Highest wind speed of the day’s samples, m/s; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."wind_gust_speed_max_ms" IS 'Strongest gust of the day, m/s; NULL when unknown, and a gust below the mean speed is possible in genuine reports';
COMMENT ON COLUMN "analysis"."daily_summaries"."wind_from_direction_deg" IS 'Direction the mean wind vector comes from, degrees clockwise from north, from 0 to below 360; NULL when calm (vector below 0.1 m/s) or unknown';
COMMENT ON COLUMN "analysis"."daily_summaries"."wind_eastward_mean_ms" IS 'Mean eastward (u) component of the vector the air moves along, m/s, over the hours that have one; NULL when there are none';
COMMENT ON COLUMN "analysis"."daily_summaries"."wind_northward_mean_ms" IS 'Mean northward (v) component of the vector the air moves along, m/s, over the hours that have one; NULL when there are none';
COMMENT ON COLUMN "analysis"."daily_summaries"."cloud_cover_mean_pct" IS 'Mean cloud cover, %: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."visibility_mean_m" IS 'Mean visibility, m: arithmetic mean of the hours’ means, every hour weighing the same; NULL when none has one';
COMMENT ON COLUMN "analysis"."daily_summaries"."precipitation_mm" IS 'Rain and snow, mm of water, of the day: sum over the hours that know their amount, never filled; NULL when none does';
COMMENT ON COLUMN "analysis"."daily_summaries"."rain_mm" IS 'Rain, mm, of the day: sum over the hours that know their amount, never filled; NULL when none does';
COMMENT ON COLUMN "analysis"."daily_summaries"."snow_water_mm" IS 'Snow, mm of water, of the day: sum over the hours that know their amount, never filled; NULL when none does';
COMMENT ON COLUMN "analysis"."daily_summaries"."precipitation_implied_zero" IS 'True when an hour’s amount rests on absent values read as "none fell"';
COMMENT ON COLUMN "analysis"."daily_summaries"."condition_code" IS 'Condition most hours had, of equals the one seen last; code tables as in observations; NULL when none is known';
COMMENT ON COLUMN "analysis"."daily_summaries"."heating_degree_days_k_d" IS 'Heating degree days, kelvin days: max(0, 18.3 °C - mean air temperature); NULL without a mean';
COMMENT ON COLUMN "analysis"."daily_summaries"."cooling_degree_days_k_d" IS 'Cooling degree days, kelvin days: max(0, mean air temperature - 18.3 °C); NULL without a mean';
COMMENT ON COLUMN "analysis"."daily_summaries"."ends_at" IS 'First instant after the local day, UTC; the day is over from then on';
COMMENT ON COLUMN "analysis"."daily_summaries"."summarised_at" IS 'When a value of the row last changed';

CREATE VIEW "analysis"."moving_averages" AS
SELECT c.id AS "city_id",
       c.name AS "city",
       c.country_code AS "country_code",
       m.hour AS "hour",
       m.hour AT TIME ZONE c.time_zone AS "hour_local",
       m.window_hours AS "window_hours",
       m.observed_hours AS "observed_hours",
       m.observed_hours::float8 / m.window_hours AS "coverage",
       m.air_temperature_c AS "air_temperature_c",
       m.apparent_temperature_c AS "apparent_temperature_c",
       m.relative_humidity_pct AS "relative_humidity_pct",
       m.mean_sea_level_pressure_hpa AS "mean_sea_level_pressure_hpa",
       m.wind_speed_ms AS "wind_speed_ms"
  FROM moving_averages AS m JOIN cities AS c ON c.id = m.city_id;
COMMENT ON VIEW "analysis"."moving_averages" IS 'Trailing means over the last window_hours hours, nothing filled. Ask for one window_hours, else each hour comes once a window';
COMMENT ON COLUMN "analysis"."moving_averages"."city_id" IS 'GeoNames id of the city; places of one’s own from 1,000,000,000 up';
COMMENT ON COLUMN "analysis"."moving_averages"."city" IS 'Name of the city';
COMMENT ON COLUMN "analysis"."moving_averages"."country_code" IS 'ISO 3166-1 alpha-2';
COMMENT ON COLUMN "analysis"."moving_averages"."hour" IS 'Start of the last UTC hour of the window; the hour itself was observed';
COMMENT ON COLUMN "analysis"."moving_averages"."hour_local" IS 'Start of that hour on the city’s own clock';
COMMENT ON COLUMN "analysis"."moving_averages"."window_hours" IS 'Length of the window in hours; the kept ones are set by MOVING_AVERAGE_WINDOWS';
COMMENT ON COLUMN "analysis"."moving_averages"."observed_hours" IS 'Hours of the window with at least one observation, from 1 to window_hours';
COMMENT ON COLUMN "analysis"."moving_averages"."coverage" IS 'observed_hours / window_hours, 0 to 1';
COMMENT ON COLUMN "analysis"."moving_averages"."air_temperature_c" IS 'Air temperature 2 m above ground, °C: mean of the hourly means in (hour - window_hours, hour], nothing filled; NULL when no hour there has one';
COMMENT ON COLUMN "analysis"."moving_averages"."apparent_temperature_c" IS 'Apparent (felt) temperature, °C: mean of the hourly means in (hour - window_hours, hour], nothing filled; NULL when no hour there has one';
COMMENT ON COLUMN "analysis"."moving_averages"."relative_humidity_pct" IS 'Relative humidity, %: mean of the hourly means in (hour - window_hours, hour], nothing filled; NULL when no hour there has one';
COMMENT ON COLUMN "analysis"."moving_averages"."mean_sea_level_pressure_hpa" IS 'Air pressure reduced to sea level, hPa: mean of the hourly means in (hour - window_hours, hour], nothing filled; NULL when no hour there has one';
COMMENT ON COLUMN "analysis"."moving_averages"."wind_speed_ms" IS 'Wind speed 10 m above ground, m/s: mean of the hourly means in (hour - window_hours, hour], nothing filled; NULL when no hour there has one';

CREATE VIEW "analysis"."runs" AS
SELECT r.id AS "run_id",
       r.job::text AS "job",
       r.trigger::text AS "trigger",
       r.status::text AS "status",
       r.requested_by AS "requested_by",
       r.slot AS "slot",
       r.window_from AS "window_from",
       r.window_to AS "window_to",
       r.requested_at AS "requested_at",
       r.started_at AS "started_at",
       r.finished_at AS "finished_at",
       r.progress_done AS "progress_done",
       r.progress_total AS "progress_total",
       r.calls AS "calls",
       r.payloads AS "payloads",
       r.observations_inserted AS "observations_inserted",
       r.observations_updated AS "observations_updated",
       r.observations_unchanged AS "observations_unchanged",
       r.rejects AS "rejects",
       r.hours_summarised AS "hours_summarised",
       r.days_summarised AS "days_summarised",
       r.error AS "error"
  FROM runs AS r;
COMMENT ON VIEW "analysis"."runs" IS 'Executions of jobs: what was done, when, and with what result';
COMMENT ON COLUMN "analysis"."runs"."run_id" IS 'Number of the run';
COMMENT ON COLUMN "analysis"."runs"."job" IS 'What was to be done';
COMMENT ON COLUMN "analysis"."runs"."trigger" IS 'Who asked';
COMMENT ON COLUMN "analysis"."runs"."status" IS 'How far it is, or how it ended';
COMMENT ON COLUMN "analysis"."runs"."requested_by" IS 'Name of who asked; NULL for the schedule';
COMMENT ON COLUMN "analysis"."runs"."slot" IS 'Scheduled instant the run stands for; NULL when somebody asked';
COMMENT ON COLUMN "analysis"."runs"."window_from" IS 'Start of the window of time asked for, inclusive; NULL when there is none';
COMMENT ON COLUMN "analysis"."runs"."window_to" IS 'End of that window, exclusive; NULL when there is none';
COMMENT ON COLUMN "analysis"."runs"."requested_at" IS 'When it was asked for';
COMMENT ON COLUMN "analysis"."runs"."started_at" IS 'When an owner first took it; NULL before';
COMMENT ON COLUMN "analysis"."runs"."finished_at" IS 'When it ended; NULL until then';
COMMENT ON COLUMN "analysis"."runs"."progress_done" IS 'Units done';
COMMENT ON COLUMN "analysis"."runs"."progress_total" IS 'Units to do; 0 while unknown';
COMMENT ON COLUMN "analysis"."runs"."calls" IS 'Upstream calls made';
COMMENT ON COLUMN "analysis"."runs"."payloads" IS 'Payloads written or read';
COMMENT ON COLUMN "analysis"."runs"."observations_inserted" IS 'Observations that are new';
COMMENT ON COLUMN "analysis"."runs"."observations_updated" IS 'Observations whose values changed';
COMMENT ON COLUMN "analysis"."runs"."observations_unchanged" IS 'Observations that came again as they were';
COMMENT ON COLUMN "analysis"."runs"."rejects" IS 'Items refused';
COMMENT ON COLUMN "analysis"."runs"."hours_summarised" IS 'City-hours computed anew';
COMMENT ON COLUMN "analysis"."runs"."days_summarised" IS 'City-days computed anew; a day whose hours came in two transactions counts twice';
COMMENT ON COLUMN "analysis"."runs"."error" IS 'What went wrong and what to do, as a sentence; NULL when nothing did';

CREATE VIEW "analysis"."rejects" AS
SELECT r.city_id AS "city_id",
       c.name AS "city",
       r.at AS "rejected_at",
       r.reason::text AS "reason",
       r.path AS "path",
       r.value AS "value",
       r.detail AS "detail",
       r.resolved_at AS "resolved_at",
       r.run_id AS "run_id"
  FROM rejects AS r LEFT JOIN cities AS c ON c.id = r.city_id;
COMMENT ON VIEW "analysis"."rejects" IS 'What was refused and why: the gaps that have a reason';
COMMENT ON COLUMN "analysis"."rejects"."city_id" IS 'City of the payload; 0 for what belongs to no city of the catalogue';
COMMENT ON COLUMN "analysis"."rejects"."city" IS 'Name of the city; NULL for what belongs to none';
COMMENT ON COLUMN "analysis"."rejects"."rejected_at" IS 'When it was refused first';
COMMENT ON COLUMN "analysis"."rejects"."reason" IS 'Why it was refused: HTTP, MALFORMED, SCHEMA, MISSING, OUT_OF_RANGE, FUTURE or PLACE_MISMATCH';
COMMENT ON COLUMN "analysis"."rejects"."path" IS 'Where in the payload: main.temp, hourly.time[3]; NULL when it is the whole of it';
COMMENT ON COLUMN "analysis"."rejects"."value" IS 'The offending value as JSON text, cut at 200 characters; NULL when there is none';
COMMENT ON COLUMN "analysis"."rejects"."detail" IS 'The reason as a sentence';
COMMENT ON COLUMN "analysis"."rejects"."resolved_at" IS 'When a later reading found nothing wrong any more; NULL while it stands';
COMMENT ON COLUMN "analysis"."rejects"."run_id" IS 'Run that refused it, runs.id';

CREATE VIEW "analysis"."data_checks" AS
SELECT k.check AS "check",
       k.severity::text AS "severity",
       k.status::text AS "status",
       k.failing AS "failing",
       k.checked_at AS "checked_at"
  FROM data_check_results AS k
 WHERE k.id = (SELECT max(newest.id) FROM data_check_results AS newest WHERE newest.check = k.check);
COMMENT ON VIEW "analysis"."data_checks" IS 'The newest result of each data check';
COMMENT ON COLUMN "analysis"."data_checks"."check" IS 'Name of the check, as its file in src/quality/checks';
COMMENT ON COLUMN "analysis"."data_checks"."severity" IS 'ERROR: something is wrong; WARNING: worth a look';
COMMENT ON COLUMN "analysis"."data_checks"."status" IS 'PASSED; FAILED: rows that should not be; ERRORED: the check itself failed';
COMMENT ON COLUMN "analysis"."data_checks"."failing" IS 'Rows that should not be';
COMMENT ON COLUMN "analysis"."data_checks"."checked_at" IS 'When it was checked';

CREATE VIEW "analysis"."sources" AS
SELECT * FROM (VALUES
  ('OPENWEATHERMAP', 'OpenWeatherMap', 'CC BY-SA 4.0', 'Weather data provided by OpenWeather (openweathermap.org)'),
  ('OPEN_METEO', 'Open-Meteo', 'CC BY 4.0', 'Weather data by Open-Meteo.com'),
  ('DEMO', 'Built-in simulator', NULL, 'Simulated values: not weather that happened')
) AS s ("source", "name", "licence", "attribution");
COMMENT ON VIEW "analysis"."sources" IS 'Where weather values come from, and the terms that come with them';
COMMENT ON COLUMN "analysis"."sources"."source" IS 'Value of the columns called source';
COMMENT ON COLUMN "analysis"."sources"."name" IS 'Name as the source writes it';
COMMENT ON COLUMN "analysis"."sources"."licence" IS 'Licence of the data; NULL for simulated values';
COMMENT ON COLUMN "analysis"."sources"."attribution" IS 'The sentence that must stand beside the data';
