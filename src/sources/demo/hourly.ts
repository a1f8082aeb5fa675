import { DAY, HOUR } from '../../domain/time.js';
import { wmoCode } from './codes.js';
import { jsonReply, numberOf, rounded, type DemoReply, type DemoRequest } from './reply.js';
import { simulate, type Weather } from './simulate.js';

interface Variable {
  unit: string;
  decimals: number;
  of: (weather: Weather) => number;
}

/** Centimetres of fresh snow in a millimetre of water. */
const SNOW_CM_PER_MM = 0.7;

const VARIABLES: Readonly<Record<string, Variable>> = {
  temperature_2m: { unit: '°C', decimals: 1, of: (w) => w.airTemperature },
  relative_humidity_2m: { unit: '%', decimals: 0, of: (w) => w.relativeHumidity },
  dew_point_2m: { unit: '°C', decimals: 1, of: (w) => w.dewPoint },
  apparent_temperature: { unit: '°C', decimals: 1, of: (w) => w.apparentTemperature },
  pressure_msl: { unit: 'hPa', decimals: 1, of: (w) => w.meanSeaLevelPressure },
  surface_pressure: { unit: 'hPa', decimals: 1, of: (w) => w.surfacePressure },
  precipitation: { unit: 'mm', decimals: 2, of: (w) => w.rain + w.snow },
  rain: { unit: 'mm', decimals: 2, of: (w) => w.rain },
  snowfall: { unit: 'cm', decimals: 2, of: (w) => w.snow * SNOW_CM_PER_MM },
  cloud_cover: { unit: '%', decimals: 0, of: (w) => w.cloudCover },
  wind_speed_10m: { unit: 'm/s', decimals: 2, of: (w) => w.windSpeed },
  wind_gusts_10m: { unit: 'm/s', decimals: 2, of: (w) => w.windGust },
  wind_direction_10m: { unit: '°', decimals: 0, of: (w) => w.windFromDirection },
  weather_code: { unit: 'wmo code', decimals: 0, of: wmoCode },
};

/** One call's hours at most: ten years and some days. */
const MOST_HOURS = 3700 * 24;

const failure = (reason: string): DemoReply => jsonReply(400, { error: true, reason });

/** `GET /v1/archive`: whole days of hours in Open-Meteo's format; hours that are not over yet are null. */
export function archiveReply(request: DemoRequest): DemoReply {
  const from = day(request.parameters.get('start_date'));
  const to = day(request.parameters.get('end_date'));
  if (from === undefined || to === undefined)
    return failure('start_date and end_date must be days: 2026-05-01');
  if (to < from) return failure('end_date must not be before start_date');
  return hourlyReply(request, from, (to - from + DAY) / HOUR);
}

/** `GET /v1/forecast`: the hours around now in Open-Meteo's format. */
export function forecastReply(request: DemoRequest): DemoReply {
  const past = numberOf(request.parameters, 'past_hours') ?? 0;
  const ahead = numberOf(request.parameters, 'forecast_hours') ?? 24;
  const currentHour = Math.floor(request.now.getTime() / HOUR) * HOUR;
  return hourlyReply(request, currentHour - past * HOUR, past + ahead);
}

function day(text: string | null): number | undefined {
  const at = /^\d{4}-\d\d-\d\d$/.test(text ?? '') ? Date.parse(`${text ?? ''}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

function hourlyReply({ parameters, seed, now }: DemoRequest, from: number, count: number): DemoReply {
  const latitude = numberOf(parameters, 'latitude');
  const longitude = numberOf(parameters, 'longitude');
  if (latitude === undefined || Math.abs(latitude) > 90)
    return failure('Latitude must be in range of -90 to 90°.');
  if (longitude === undefined || Math.abs(longitude) > 180) {
    return failure('Longitude must be in range of -180 to 180°.');
  }
  const names = (parameters.get('hourly') ?? '').split(',').filter((name) => name !== '');
  const unknown = names.find((name) => !Object.hasOwn(VARIABLES, name));
  if (unknown !== undefined) return failure(`Cannot initialize hourly variable from ${unknown}`);
  if (parameters.get('timeformat') !== 'unixtime' || parameters.get('wind_speed_unit') !== 'ms') {
    return failure('The simulator only knows timeformat=unixtime and wind_speed_unit=ms.');
  }
  if (!(count > 0 && count <= MOST_HOURS)) return failure('The number of hours is out of range.');
  const hours = Array.from({ length: count }, (_, index) => new Date(from + index * HOUR));
  const weather = hours.map((at) => (at > now ? null : simulate(seed, latitude, longitude, at)));
  return jsonReply(200, document({ latitude, longitude, names, hours, weather }));
}

function document(series: {
  latitude: number;
  longitude: number;
  names: string[];
  hours: Date[];
  weather: (Weather | null)[];
}): Record<string, unknown> {
  const { names, weather } = series;
  const columns = names.map((name) => [name, weather.map((hour) => hour && value(name, hour))]);
  return {
    // The centre of a grid cell, a few km off, as the real one answers.
    latitude: rounded(series.latitude, 1),
    longitude: rounded(series.longitude, 1),
    generationtime_ms: 0.1,
    utc_offset_seconds: 0,
    timezone: 'GMT',
    timezone_abbreviation: 'GMT',
    elevation: weather.find((hour) => hour !== null)?.elevation ?? 0,
    hourly_units: {
      time: 'unixtime',
      ...Object.fromEntries(names.map((name) => [name, VARIABLES[name]?.unit])),
    },
    hourly: { time: series.hours.map((at) => at.getTime() / 1000), ...Object.fromEntries(columns) },
  };
}

function value(name: string, weather: Weather): number | null {
  const variable = VARIABLES[name];
  return variable ? rounded(variable.of(weather), variable.decimals) : null;
}
