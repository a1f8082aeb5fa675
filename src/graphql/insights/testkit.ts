import { dataOf, type TestApi } from '../testing/api.js';
import { idOf, type PlaceName } from '../testing/fixtures.js';

/** A day as a test makes it up or measured it; °C, mm, m/s. */
export interface Day {
  date: string;
  mean: number | null;
  min: number | null;
  max: number | null;
  precipitation: number | null;
  gust: number | null;
  /** Of 24. */
  observedHours: number;
}

const INSERT = `
  INSERT INTO daily_summaries (city_id, local_date, ends_at, sample_count, observed_hours, expected_hours, sources,
    air_temperature_mean_c, air_temperature_min_c, air_temperature_max_c, precipitation_mm, wind_gust_speed_max_ms)
  SELECT $1, date::date, date::timestamptz + interval '29 hours', 24, "observedHours", 24, '{DEMO}',
    mean, min, max, precipitation, gust
  FROM json_to_recordset($2) AS day (date text, mean float8, min real, max real, precipitation float8, gust real,
    "observedHours" int)`;

/** Keeps days of a city as their summaries. */
export const addDays = (api: TestApi, cityId: number, days: readonly Day[]): Promise<void> =>
  api.sql(INSERT, [cityId, JSON.stringify(days)]);

const DAY = 86_400_000;

/** The dates from one to another, both included. */
export function datesBetween(from: string, to: string): string[] {
  const length = (Date.parse(to) - Date.parse(from)) / DAY + 1;
  return Array.from({ length }, (_, i) => new Date(Date.parse(from) + i * DAY).toISOString().slice(0, 10));
}

/** Numbers from 0 to 1 that look random and are the same each time. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** Years of days with seasons, in which every tenth is missing, every tenth thin and some lack a value. */
export function madeUpDays(from: string, to: string, seed: number): Day[] {
  const random = randomNumbers(seed);
  return datesBetween(from, to).flatMap((date) => {
    const season = Math.cos(((Number(date.slice(5, 7)) * 30 + Number(date.slice(8))) / 365) * 2 * Math.PI);
    const mean = tenths(10 - 14 * season + 12 * (random() - 0.5));
    const max = tenths(mean + 8 * random());
    const min = tenths(mean - 8 * random());
    const precipitation = random() < 0.6 ? 0 : tenths(20 * random() ** 2);
    const day = { date, mean, min, max, gust: tenths(25 * random()), observedHours: 24 };
    const fate = random();
    if (fate < 0.1) return [];
    if (fate < 0.2) return [{ ...day, precipitation, observedHours: 17 }];
    return [{ ...day, precipitation: fate < 0.25 ? null : precipitation }];
  });
}

/** Whether so much of a day was observed that it counts. */
export const isWhole = ({ observedHours }: Day): boolean => observedHours >= 18;

/** A day of which only the greatest temperature matters. */
export const hotDay = (date: string, max: number, observedHours = 24): Day => ({
  ...{ date, max, observedHours, min: null, mean: null, precipitation: null, gust: null },
});

/** What a field of a city answers. */
export async function askCity<Answer>(api: TestApi, place: PlaceName, field: string): Promise<Answer> {
  const answer = await api.ask(`{ city(id: "${idOf(place)}") { field: ${field} } }`);
  return (dataOf(answer) as { city: { field: Answer } }).city.field;
}
