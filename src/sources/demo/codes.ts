import type { Weather } from './simulate.js';

/** Rates of falling, mm in an hour, from which it is called moderate and heavy. */
const MODERATE = 1;
const HEAVY = 4;
/** Below this visibility, m, it is fog; below MIST, mist. */
const FOG = 1000;
const MIST = 5000;

type Strength = 0 | 1 | 2;

function strength(amount: number): Strength {
  if (amount >= HEAVY) return 2;
  return amount >= MODERATE ? 1 : 0;
}

/** Warm, wet and fast-falling: then it thunders. */
function isThunderstorm({ rain, airTemperature }: Weather): boolean {
  return rain >= HEAVY && airTemperature > 18;
}

/** OpenWeatherMap's condition codes of the weather, the primary one first: what falls, then what hides the view. */
export function openWeatherMapCodes(weather: Weather): number[] {
  const falling = openWeatherMapFalling(weather);
  const obscured = weather.visibility < FOG ? 741 : 701;
  const codes = [...(falling ? [falling] : []), ...(weather.visibility < MIST ? [obscured] : [])];
  return codes.length > 0 ? codes : [openWeatherMapSky(weather.cloudCover)];
}

function openWeatherMapFalling(weather: Weather): number | undefined {
  const { rain, snow } = weather;
  if (isThunderstorm(weather)) return 201;
  if (rain > 0 && snow > 0) return rain > snow ? 615 : 616;
  if (snow > 0) return 600 + strength(snow);
  return rain > 0 ? 500 + strength(rain) : undefined;
}

function openWeatherMapSky(cloudCover: number): number {
  if (cloudCover < 11) return 800;
  if (cloudCover < 25) return 801;
  if (cloudCover < 51) return 802;
  return cloudCover < 85 ? 803 : 804;
}

/** The WMO 4677 code of the weather, as Open-Meteo chooses it: the weightiest one. */
export function wmoCode(weather: Weather): number {
  const { rain, snow, visibility, cloudCover } = weather;
  if (isThunderstorm(weather)) return 95;
  if (snow > 0 && snow >= rain) return 71 + 2 * strength(snow);
  if (rain > 0) return 61 + 2 * strength(rain);
  if (visibility < FOG) return 45;
  if (cloudCover < 11) return 0;
  if (cloudCover < 40) return 1;
  return cloudCover < 80 ? 2 : 3;
}
