import { noise3 } from './noise.js';
import { seasonAngle, solarHour } from './sun.js';

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Radians of the year (about a month) by which warmth trails the sun. */
const SEASON_LAG = 0.5;

/** Mean temperature of a day at sea level, °C: by latitude and season, without weather. */
export function dailyMeanTemperature(latitude: number, at: Date): number {
  const sine = Math.sin(radians(latitude));
  const annual = 28 - 33 * sine * sine;
  const amplitude = 17 * Math.abs(sine) ** 1.5;
  return annual - Math.sign(latitude) * amplitude * Math.cos(seasonAngle(at) - SEASON_LAG);
}

/** The day's swing around its mean, °C: coolest at 3, warmest at 15 by the sun; flat under clouds and at the poles. */
export function diurnalTemperature(
  latitude: number,
  longitude: number,
  at: Date,
  cloudFraction: number,
): number {
  const amplitude = 5.5 * Math.cos(radians(latitude)) * (1 - 0.6 * cloudFraction);
  return amplitude * Math.cos(((solarHour(longitude, at) - 15) / 24) * 2 * Math.PI);
}

/** Mean pressure at sea level, hPa: the subtropical highs of 30° and the lows of 60°. */
export function meanPressure(latitude: number): number {
  const fromPole = 90 - Math.abs(latitude);
  return 1013 + 5 * Math.cos(radians((Math.abs(latitude) - 30) * 6)) * Math.min(1, fromPole / 30);
}

/** How far systems move the pressure, hPa: little in the tropics, much in middle latitudes. */
export function pressureAmplitude(latitude: number): number {
  return 5 + 22 * Math.abs(Math.sin(radians(latitude))) ** 1.2;
}

/** How far the warmth that systems carry moves the temperature, °C. */
export function airMassAmplitude(latitude: number): number {
  return 2 + 9 * Math.abs(Math.sin(radians(latitude)));
}

/** Height of the ground, m: invented, smooth, 0 to 1200, low in most places. */
export function elevation(seed: number, latitude: number, longitude: number): number {
  const height = noise3(seed + 5, latitude / 3, longitude / 3, 0.5);
  return Math.round(Math.max(0, height) ** 2 * 1200);
}
