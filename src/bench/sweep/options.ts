import { parseArgs } from 'node:util';

export interface SweepOptions {
  cities: number;
  minutes: number;
  /** Whether the simulator is another process. */
  apart: boolean;
}

/** What the command line asks for. */
export function sweepOptions(): SweepOptions {
  const { values } = parseArgs({
    options: {
      cities: { type: 'string', default: '1344' },
      minutes: { type: 'string', default: '5' },
      apart: { type: 'boolean', default: false },
    },
  });
  const [cities, minutes] = [Number(values.cities), Number(values.minutes)];
  if (!(cities > 0 && minutes > 0)) throw new Error('--cities and --minutes want numbers above 0');
  return { cities, minutes, apart: values.apart };
}
