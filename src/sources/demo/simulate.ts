import { dewPoint } from '../../domain/humidity.js';
import { MINUTE } from '../../domain/time.js';
import {
  airMassAmplitude,
  dailyMeanTemperature,
  diurnalTemperature,
  elevation,
  meanPressure,
  pressureAmplitude,
} from './climate.js';
import { noise1 } from './noise.js';
import { hourlyAmount, liftOf, snowShare } from './precipitation.js';
import { system } from './systems.js';
import { windAt } from './wind.js';

/** The simulated weather of one place and instant, in the catalogue's units. */
export interface Weather {
  elevation: number;
  airTemperature: number;
  apparentTemperature: number;
  dewPoint: number;
  relativeHumidity: number;
  meanSeaLevelPressure: number;
  surfacePressure: number;
  windSpeed: number;
  windGust: number;
  windFromDirection: number;
  cloudCover: number;
  visibility: number;
  /** Of the preceding hour, mm. */
  rain: number;
  /** Of the preceding hour, mm of water. */
  snow: number;
}

/** Falls by 1/e of itself every so many metres. */
const PRESSURE_HEIGHT = 8400;
/** °C a metre. */
const LAPSE_RATE = 0.0065;

/**
 * The weather at a place and instant. One function stands behind the live and the archive format, so both agree; it knows
 * no state, so any hour of any year is there at once and the same in every process.
 */
export function simulate(seed: number, latitude: number, longitude: number, at: Date): Weather {
  const pressure = system(seed, 'PRESSURE', latitude, longitude, at);
  const moisture = system(seed, 'MOISTURE', latitude, longitude, at);
  const cloud = clamp(0.45 + 0.75 * moisture - 0.55 * pressure, 0, 1);
  const height = elevation(seed, latitude, longitude);
  const swing = diurnalTemperature(latitude, longitude, at, cloud);
  const airTemperature =
    dailyMeanTemperature(latitude, at) +
    swing +
    airMassAmplitude(latitude) * system(seed, 'AIR_MASS', latitude, longitude, at) -
    LAPSE_RATE * height +
    flicker(seed, longitude, at);
  const relativeHumidity = clamp(66 - 3.2 * swing + 34 * moisture - 12 * pressure, 12, 100);
  const meanSeaLevelPressure = meanPressure(latitude) + pressureAmplitude(latitude) * pressure;
  const wind = windAt(seed, latitude, longitude, at, pressure);
  const amount = hourlyAmount(seed, latitude, longitude, at, liftOf(moisture, pressure), airTemperature);
  const snow = amount * snowShare(airTemperature);
  return {
    elevation: height,
    airTemperature,
    apparentTemperature: apparentTemperature(airTemperature, relativeHumidity, wind.speed),
    dewPoint: dewPoint(airTemperature, relativeHumidity) ?? airTemperature,
    relativeHumidity,
    meanSeaLevelPressure,
    surfacePressure: meanSeaLevelPressure * Math.exp(-height / PRESSURE_HEIGHT),
    windSpeed: wind.speed,
    windGust: wind.gust,
    windFromDirection: wind.fromDirection,
    cloudCover: 100 * cloud,
    visibility: visibility(relativeHumidity, wind.speed, amount),
    rain: amount - snow,
    snow,
  };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

/** What a thermometer shows of passing clouds and gusts, °C. */
function flicker(seed: number, longitude: number, at: Date): number {
  return 0.3 * noise1(seed + Math.round(longitude * 100), at.getTime() / (30 * MINUTE));
}

/** Steadman's formula as the Australian Bureau of Meteorology uses it, °C. */
function apparentTemperature(airTemperature: number, relativeHumidity: number, windSpeed: number): number {
  const saturation = 6.105 * Math.exp((17.27 * airTemperature) / (237.7 + airTemperature));
  return airTemperature + 0.33 * (relativeHumidity / 100) * saturation - 0.7 * windSpeed - 4;
}

/** Metres. OpenWeatherMap's reports end at 10 km, and so do these; fog needs damp and calm air. */
function visibility(relativeHumidity: number, windSpeed: number, falling: number): number {
  if (relativeHumidity > 97 && windSpeed < 2.5) return 300 + 200 * (100 - relativeHumidity);
  const damp = relativeHumidity > 93 ? 3000 : 0;
  return clamp(10_000 / (1 + 0.35 * falling) - damp, 1000, 10_000);
}
