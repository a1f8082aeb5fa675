import { HOUR } from '../../domain/time.js';
import { openWeatherMapCodes } from './codes.js';
import { refusalOf } from './current.js';
import { jsonReply, numberOf, rounded, type DemoReply, type DemoRequest } from './reply.js';
import { simulate, type Weather } from './simulate.js';

const STEP = 3 * HOUR;
const STEPS = 40;
/** How wrong a forecast is a day ahead, K: it errs to the warm side, so that skill has something to show. */
const DRIFT = 0.3;

/** `GET /data/2.5/forecast`: 5 days in steps of 3 hours, in OpenWeatherMap's format and metric units. */
export function forecastReply({ parameters, seed, now }: DemoRequest): DemoReply {
  const refusal = refusalOf(parameters);
  if (refusal) return refusal;
  const latitude = numberOf(parameters, 'lat') ?? 0;
  const longitude = numberOf(parameters, 'lon') ?? 0;
  const first = (Math.floor(now.getTime() / STEP) + 1) * STEP;
  const list = Array.from({ length: STEPS }, (_, index) => {
    const at = new Date(first + index * STEP);
    const days = (at.getTime() - now.getTime()) / (24 * HOUR);
    const hours = [2, 1, 0].map((back) =>
      simulate(seed, latitude, longitude, new Date(at.getTime() - back * HOUR)),
    );
    return step(at, hours, days * DRIFT);
  });
  const city = { id: 0, name: 'Simulated', coord: { lat: rounded(latitude, 4), lon: rounded(longitude, 4) } };
  return jsonReply(200, { cod: '200', message: 0, cnt: STEPS, list, city });
}

function step(at: Date, hours: readonly Weather[], error: number): Record<string, unknown> {
  const weather = hours.at(-1);
  if (!weather) throw new RangeError('A step of a forecast has hours');
  const amount = (of: (one: Weather) => number): { '3h': number } | undefined => {
    const sum = hours.reduce((total, one) => total + of(one), 0);
    return sum >= 0.005 ? { '3h': rounded(sum, 2) } : undefined;
  };
  const rain = amount((one) => one.rain);
  const snow = amount((one) => one.snow);
  return {
    dt: at.getTime() / 1000,
    main: {
      temp: rounded(weather.airTemperature + error, 2),
      feels_like: rounded(weather.apparentTemperature + error, 2),
      pressure: Math.round(weather.meanSeaLevelPressure),
      sea_level: Math.round(weather.meanSeaLevelPressure),
      grnd_level: Math.round(weather.surfacePressure),
      humidity: Math.round(weather.relativeHumidity),
    },
    weather: openWeatherMapCodes(weather).map((id) => ({ id })),
    clouds: { all: Math.round(weather.cloudCover) },
    wind: { speed: rounded(weather.windSpeed, 2), deg: Math.round(weather.windFromDirection) },
    visibility: Math.min(10_000, Math.round(weather.visibility)),
    pop: rain || snow ? 0.8 : 0.1,
    rain,
    snow,
  };
}
