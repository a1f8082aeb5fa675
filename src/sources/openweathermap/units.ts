/** OpenWeatherMap's unit systems; replies do not say which they are in. */
export type UnitSystem = 'METRIC' | 'IMPERIAL' | 'STANDARD';

interface Conversions {
  /** To °C. */
  temperature: (value: number) => number;
  /** To m/s. */
  speed: (value: number) => number;
}

const unchanged = (value: number): number => value;
/** Metres per second in a mile per hour, exactly. */
const MPH = 0.44704;

/** To the catalogue's units. Pressure, amounts of rain and visibility are the same in every system. */
export const CONVERSIONS: Readonly<Record<UnitSystem, Conversions>> = {
  METRIC: { temperature: unchanged, speed: unchanged },
  IMPERIAL: {
    temperature: (fahrenheit) => ((fahrenheit - 32) * 5) / 9,
    speed: (milesPerHour) => milesPerHour * MPH,
  },
  STANDARD: { temperature: (kelvin) => kelvin - 273.15, speed: unchanged },
};
