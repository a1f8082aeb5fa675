import { InvalidArgumentError } from 'commander';
import { LONGEST_INTERVAL_MINUTES, SHORTEST_INTERVAL_MINUTES } from '../../domain/interval.js';
import { DAY, HOUR, MINUTE } from '../../domain/time.js';

const UNITS: Readonly<Record<string, number>> = { m: 1, min: 1, h: HOUR / MINUTE, d: DAY / MINUTE };

/** Reads an interval such as 10m, 2h or 1d: one minute to 31 days. @returns whole minutes */
export function parseEvery(text: string): number {
  const [, digits = '', unit = ''] = /^(\d{1,6})\s*([a-z]+)$/i.exec(text.trim()) ?? [];
  const minutes = Number(digits) * (UNITS[unit.toLowerCase()] ?? NaN);
  if (minutes >= SHORTEST_INTERVAL_MINUTES && minutes <= LONGEST_INTERVAL_MINUTES) return minutes;
  throw new InvalidArgumentError('It must be a time of 1 minute to 31 days, such as 10m, 2h or 1d.');
}

/** An interval for people. @param minutes whole or not */
export function describeMinutes(minutes: number): string {
  if (minutes < 1) return `${Math.round(minutes * 60)} s`;
  if (minutes < 120) return `${Number(minutes.toFixed(minutes < 10 ? 1 : 0))} min`;
  const hours = minutes / (HOUR / MINUTE);
  if (hours < 48) return `${Number(hours.toFixed(1))} h`;
  return `${Number((hours / 24).toFixed(1))} days`;
}
