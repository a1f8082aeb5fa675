import { run, sqlFile, type Queryable } from '../database/sql.js';
import { InvalidInputError } from '../errors.js';
import { checkFill, spanArrays, type CitySpan, type Fill } from './fill.js';

/** The statement itself, to be read from as a subquery; its file says what parameters it takes. */
export const MOVING_AVERAGES = sqlFile(import.meta.url, 'moving-averages.sql');

/**
 * The same for a kept window, all hours of the calendar (ROWS) and nothing filled: from the table, which is quicker. Its
 * parameters are cities, from, to, window and least coverage.
 */
export const KEPT_AVERAGES = sqlFile(import.meta.url, 'kept-averages.sql');

/** RANGE: hours that exist within the last N hours. ROWS: the last N hours of the calendar, filled as asked. */
export type WindowFrame = 'RANGE' | 'ROWS';

export interface MovingAverageOptions extends Fill {
  /** Length of the window, hours. */
  windowHours: number;
  frame: WindowFrame;
  /** Averages that rest on a smaller share of observed hours are left out, 0 to 1. */
  minCoverage: number;
}

export const SHORTEST_WINDOW_HOURS = 2;
/** 30 days. */
export const LONGEST_WINDOW_HOURS = 720;

/** Means over the window that ends with an hour; null where no hour of it has a value. */
export interface MovingAverageRow {
  city_id: number;
  /** Start of the window's last hour. */
  hour: Date;
  window_hours: number;
  air_temperature_c: number | null;
  apparent_temperature_c: number | null;
  relative_humidity_pct: number | null;
  mean_sea_level_pressure_hpa: number | null;
  wind_speed_ms: number | null;
  observed_hours: number;
  filled_hours: number;
  /** Observed hours of the window's hours, 0 to 1. */
  coverage: number;
}

/**
 * Moving averages over a window of any length, by city and hour.
 * @throws InvalidInputError for a window, gap or coverage out of bounds, or a fill that could have no effect
 */
export async function movingAverages(
  db: Queryable,
  spans: readonly CitySpan[],
  options: MovingAverageOptions,
): Promise<MovingAverageRow[]> {
  checkOptions(options);
  const { windowHours, frame, fill, maxGapHours, minCoverage } = options;
  const values = [...spanArrays(spans), windowHours, frame, fill, maxGapHours, minCoverage];
  return (await run<MovingAverageRow>(db, MOVING_AVERAGES, values)).rows;
}

function checkOptions(options: MovingAverageOptions): void {
  const { windowHours, frame, fill, minCoverage } = options;
  checkFill(options);
  if (
    !Number.isInteger(windowHours) ||
    windowHours < SHORTEST_WINDOW_HOURS ||
    windowHours > LONGEST_WINDOW_HOURS
  ) {
    throw new InvalidInputError(
      `windowHours is ${windowHours}: give a whole number from ${SHORTEST_WINDOW_HOURS} to ${LONGEST_WINDOW_HOURS}.`,
    );
  }
  if (!(minCoverage >= 0 && minCoverage <= 1)) {
    throw new InvalidInputError(`minCoverage is ${minCoverage}: give a share from 0 to 1.`);
  }
  if (frame === 'RANGE' && fill !== 'NONE') {
    throw new InvalidInputError(
      `fill is ${fill} and frame RANGE: RANGE averages the hours that exist. Ask for frame ROWS to have gaps filled.`,
    );
  }
}
