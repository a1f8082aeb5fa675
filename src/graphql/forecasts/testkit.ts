import type { TestApi } from '../testing/api.js';

/** A value forecast, and when and for when. Seconds since 1970; °C. */
export interface Said {
  cityId: number;
  issued: number;
  valid: number;
  temperature: number;
}

/** An hour as it was observed. */
export interface Came {
  cityId: number;
  hour: number;
  temperature: number;
}

/** Keeps forecasts of a city as the load does. */
export const addForecasts = (api: TestApi, said: readonly Said[]): Promise<void> =>
  api.sql(
    `INSERT INTO forecasts (city_id, source, issued_at, valid_at, payload_id, air_temperature_c)
     SELECT "cityId", 'OPENWEATHERMAP', to_timestamp(issued), to_timestamp(valid), 7, temperature
     FROM json_to_recordset($1) AS s ("cityId" int, issued float8, valid float8, temperature real)`,
    [JSON.stringify(said)],
  );

/** Keeps hours as their summaries. */
export const addHours = (api: TestApi, came: readonly Came[]): Promise<void> =>
  api.sql(
    `INSERT INTO hourly_summaries (city_id, hour, source, kind, sample_count, air_temperature_mean_c)
     SELECT "cityId", to_timestamp(hour), 'OPENWEATHERMAP', 'CURRENT', 1, temperature
     FROM json_to_recordset($1) AS c ("cityId" int, hour float8, temperature float8)`,
    [JSON.stringify(came)],
  );
