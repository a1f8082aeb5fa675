import { describeCondition } from '../../domain/conditions.js';
import { MINUTE } from '../../domain/time.js';
import { openWeatherMapCodes } from './codes.js';
import { jsonReply, numberOf, rounded, type DemoReply, type DemoRequest } from './reply.js';
import { simulate, type Weather } from './simulate.js';
import { isDaylight, sunTimes } from './sun.js';

/** The model behind the real one moves on every so often; replies between repeat its instant. */
export const MODEL_STEP = 10 * MINUTE;

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

interface Scales {
  temperature: (celsius: number) => number;
  speed: (metresPerSecond: number) => number;
}

const METRIC: Scales = { temperature: (value) => value, speed: (value) => value };
const IMPERIAL: Scales = {
  temperature: (celsius) => (celsius * 9) / 5 + 32,
  speed: (metresPerSecond) => metresPerSecond / 0.44704,
};
const STANDARD: Scales = { temperature: (celsius) => celsius + 273.15, speed: (value) => value };

/** `GET /data/2.5/weather`: the weather now in OpenWeatherMap's format, with its habits. */
export function currentReply({ parameters, seed, now, modelStep = MODEL_STEP }: DemoRequest): DemoReply {
  const refusal = refusalOf(parameters);
  if (refusal) return refusal;
  const latitude = numberOf(parameters, 'lat') ?? 0;
  const longitude = numberOf(parameters, 'lon') ?? 0;
  const at = new Date(Math.floor(now.getTime() / modelStep) * modelStep);
  const weather = simulate(seed, latitude, longitude, at);
  return jsonReply(200, document(weather, latitude, longitude, at, scalesOf(parameters.get('units'))));
}

/** What is wrong with a call, as OpenWeatherMap would say it; undefined when nothing is. */
export function refusalOf(parameters: URLSearchParams): DemoReply | undefined {
  const latitude = numberOf(parameters, 'lat');
  const longitude = numberOf(parameters, 'lon');
  if (!parameters.get('appid')) return failure(401, 'Invalid API key. Please see the FAQ.');
  if (latitude === undefined || longitude === undefined) return failure('400', 'Nothing to geocode');
  if (Math.abs(latitude) > 90) return failure('400', 'wrong latitude');
  if (Math.abs(longitude) > 180) return failure('400', 'wrong longitude');
  return undefined;
}

function scalesOf(units: string | null): Scales {
  if (units === 'metric') return METRIC;
  return units === 'imperial' ? IMPERIAL : STANDARD;
}

/** As upstream has it, `cod` is a string for 400 and 404 and a number for the others. */
function failure(cod: number | string, message: string): DemoReply {
  return jsonReply(Number(cod), { cod, message });
}

function document(
  weather: Weather,
  latitude: number,
  longitude: number,
  at: Date,
  scales: Scales,
): Record<string, unknown> {
  const sun = sunTimes(latitude, longitude, at);
  const amounts = (amount: number): { '1h': number } | undefined =>
    // The whole object is absent when nothing falls.
    amount >= 0.005 ? { '1h': rounded(amount, 2) } : undefined;
  return {
    coord: { lon: rounded(longitude, 4), lat: rounded(latitude, 4) },
    weather: conditions(weather, isDaylight(latitude, longitude, at)),
    base: 'stations',
    main: readings(weather, scales),
    visibility: hasVisibility(latitude) ? Math.round(weather.visibility) : undefined,
    wind: wind(weather, scales),
    rain: amounts(weather.rain),
    snow: amounts(weather.snow),
    clouds: { all: Math.round(weather.cloudCover) },
    dt: seconds(at),
    sys: sun && { sunrise: seconds(sun.sunrise), sunset: seconds(sun.sunset) },
    timezone: Math.round(longitude / 15) * 3600,
    id: 0,
    name: 'Simulated',
    cod: 200,
  };
}

function conditions(weather: Weather, day: boolean): Record<string, unknown>[] {
  return openWeatherMapCodes(weather).map((id) => {
    const { group, description } = describeCondition(id);
    return { id, main: group, description, icon: `${icon(id)}${day ? 'd' : 'n'}` };
  });
}

function icon(code: number): string {
  if (code < 300) return '11';
  if (code < 600) return '10';
  if (code < 700) return '13';
  if (code < 800) return '50';
  return String(Math.min(4, code - 799)).padStart(2, '0');
}

function readings(weather: Weather, { temperature }: Scales): Record<string, number> {
  const temp = temperature(weather.airTemperature);
  return {
    temp: rounded(temp, 2),
    feels_like: rounded(temperature(weather.apparentTemperature), 2),
    // The spread over a town at this moment, not the day's.
    temp_min: rounded(temp - 0.8, 2),
    temp_max: rounded(temp + 0.7, 2),
    pressure: Math.round(weather.meanSeaLevelPressure),
    humidity: Math.round(weather.relativeHumidity),
    sea_level: Math.round(weather.meanSeaLevelPressure),
    grnd_level: Math.round(weather.surfacePressure),
  };
}

function wind(weather: Weather, { speed }: Scales): Record<string, number | undefined> {
  // In still air there is no direction to speak of, and gusts are only reported where there are some.
  const still = weather.windSpeed < 0.3;
  return {
    speed: rounded(speed(weather.windSpeed), 2),
    deg: still ? undefined : Math.round(weather.windFromDirection),
    gust: weather.windGust > 5 ? rounded(speed(weather.windGust), 2) : undefined,
  };
}

/** Some stations have no such sensor: those near every seventh parallel, so that the case occurs. */
function hasVisibility(latitude: number): boolean {
  return Math.round(Math.abs(latitude) * 10) % 7 !== 0;
}
