import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const SIX_MINUTES = 360_000;

test(
  'the benchmark builds its data, holds every contender to the same answers, and reports',
  async () => {
    const size = [
      '--size',
      'small',
      '--rounds',
      '1',
      '--seconds',
      '1',
      '--warm-up',
      '1',
      '--connections',
      '4',
    ];
    const command = ['--import', 'tsx', 'src/bench/main.ts', ...size, '--repeated', '--memory', '20'];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, command);
    expect(stderr).toContain('All answer alike');
    // Every contender has a rate for every question it can be asked.
    for (const label of [
      'weather-warehouse',
      'Mercurius',
      'PostGraphile',
      'Prisma',
      'rows in Node',
      'PostgreSQL',
    ]) {
      expect(stdout).toMatch(new RegExp(`\\n\\|[^|\\n]*${label}[^|\\n]*(\\| *\\d[\\d.]* ){4}`));
    }
    expect(stdout).toContain('Resident memory at 64 connections');
  },
  SIX_MINUTES,
);
