import { HOUR, MINUTE } from '../../domain/time.js';
import type { PayloadKind, SourceName } from '../../domain/source.js';

/** Twelve zones of every kind: both hemispheres, half and three-quarter hours, half-hour changes, the date line. */
export const PROOF_ZONES = [
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Europe/Berlin',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

/** Columns of the generated lines, all of them columns of `observations`. */
export const COLUMNS = `city_id, observed_at, source, kind, fetched_at, payload_id, air_temperature_c, apparent_temperature_c,
  dew_point_temperature_c, relative_humidity_pct, mean_sea_level_pressure_hpa, surface_pressure_hpa, wind_speed_ms,
  wind_gust_speed_ms, wind_from_direction_deg, cloud_cover_pct, visibility_m, rain_1h_mm, snow_water_1h_mm,
  precipitation_1h_mm, condition_code`;

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How a city is observed: what kind of rows, and how many milliseconds to the next one. */
interface Habit {
  source: SourceName;
  kind: PayloadKind;
  step: (random: () => number) => number;
}

const hourly = () => HOUR;
/** Every ten minutes or so, to the second. */
const polled = (random: () => number) => Math.round((5 + 10 * random()) * 60) * 1000;
/** Bursts of many samples a minute apart, with hours and sometimes days of silence between them. */
const bursts = (random: () => number) => {
  if (random() < 0.9) return MINUTE;
  return Math.round(random() ** 6 * 60 * 60) * MINUTE;
};

const ARCHIVE: Habit = { source: 'OPEN_METEO', kind: 'ARCHIVE', step: hourly };
const HABITS: Habit[][] = [
  [ARCHIVE],
  [ARCHIVE, { source: 'OPENWEATHERMAP', kind: 'CURRENT', step: bursts }],
  [{ source: 'OPENWEATHERMAP', kind: 'CURRENT', step: bursts }],
  [
    { source: 'DEMO', kind: 'ARCHIVE', step: hourly },
    { source: 'DEMO', kind: 'CURRENT', step: bursts },
  ],
  [ARCHIVE, { source: 'OPEN_METEO', kind: 'CURRENT', step: bursts }],
];
const POLLED: Habit[] = [{ source: 'OPENWEATHERMAP', kind: 'CURRENT', step: polled }];

/** All observations of one city in a range of time, as CSV lines in order of time, some of them repeated or missing. */
export function* observationsOf(city: number, from: Date, days: number): Generator<string> {
  const random = randomFrom(city);
  // Every tenth city is polled closely; that alone is as many rows as all the others.
  const habits = city % 10 === 0 ? POLLED : (HABITS[city % HABITS.length] ?? []);
  const end = from.getTime() + days * 24 * HOUR;
  for (const habit of habits) {
    for (let time = from.getTime(); time < end; time += habit.step(random)) {
      // A gap of up to three days, about once in four hundred rows.
      if (random() < 0.0025) time += Math.round(random() * 72) * HOUR;
      yield line(city, time, habit, random);
      if (random() < 0.01) yield line(city, time, habit, random);
    }
  }
}

function line(city: number, time: number, { source, kind }: Habit, random: () => number): string {
  const at = new Date(time).toISOString();
  return [city, at, source, kind, at, 1, ...values(time, random)].join(',') + '\n';
}

/** Values in the order of COLUMNS; an empty text is NULL. */
function values(time: number, random: () => number): (number | string)[] {
  const between = (min: number, max: number, decimals: number) =>
    random() < 0.03 ? '' : Number((min + (max - min) * random()).toFixed(decimals));
  const wave =
    12 * Math.sin((2 * Math.PI * time) / (365 * 24 * HOUR)) +
    6 * Math.sin((2 * Math.PI * time) / (24 * HOUR));
  const wet = random() < 0.2;
  return [
    between(wave, wave + 5, 2),
    between(wave - 2, wave + 5, 2),
    between(wave - 9, wave, 2),
    between(5, 100, 0),
    between(970, 1040, 1),
    between(900, 1020, 1),
    between(0, 15, 2),
    between(5, 30, 2),
    between(0, 360, 0),
    between(0, 100, 0),
    between(100, 10_000, 0),
    wet ? between(0, 6, 2) : '',
    wet ? between(0, 2, 3) : '',
    wet ? between(0, 8, 2) : '',
    ['', 200, 300, 500, 800][Math.floor(random() * 5)] ?? '',
  ];
}
