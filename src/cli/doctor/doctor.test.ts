import { expect, test } from 'vitest';
import { loadConfig } from '../../config/load.js';
import type { PricedPlan } from '../../sources/governor/priced-plan.js';
import { judgeSpace, nodeVersion } from './machine.js';
import { judgeReplica, type ReplicaFacts } from './replica.js';
import { durabilityOf, judgeClock, versionOf, type ServerFacts } from './server.js';
import { weatherSource } from './settings.js';
import {
  catalogueOf,
  checksOf,
  kindOf,
  pausesOf,
  payloadsOf,
  roomOf,
  quotaOf,
  runsOf,
  trackingOf,
  type WarehouseFacts,
} from './warehouse.js';

const SERVER: ServerFacts = {
  version: '18.4',
  number: 180_004,
  bytes: 28e6,
  isReadOnly: false,
};
const DURABLE = { fsync: true, fullPageWrites: true, synchronousCommit: 'on' };
const WAREHOUSE: WarehouseFacts = {
  cities: 42_987,
  hasCatalogue: true,
  isDemo: false,
  tracked: 50,
  trackedElsewhere: 0,
  orphans: [],
  waiting: [],
  pending: 0,
  pauses: [],
  failingChecks: [],
};

test('a server that would lose or refuse data fails', () => {
  expect(versionOf(SERVER).level).toBe('ok');
  expect(versionOf({ ...SERVER, number: 140_012 }).level).toBe('fail');
  expect(versionOf({ ...SERVER, isReadOnly: true }).level).toBe('fail');
  expect(durabilityOf(DURABLE).level).toBe('ok');
  expect(durabilityOf({ ...DURABLE, fsync: false }).says).toMatch(/^fsync off/);
  expect(durabilityOf({ ...DURABLE, fullPageWrites: false }).level).toBe('fail');
  expect(durabilityOf({ ...DURABLE, synchronousCommit: 'off' }).level).toBe('warn');
});

test.each([
  [40, 'ok', /ahead of/],
  [-30_000, 'warn', /30 s behind/],
  [400_000, 'fail', /7 min ahead/],
])('a clock %d ms off is %s', (offset, level, says) => {
  expect(judgeClock(offset)).toMatchObject({ level });
  expect(judgeClock(offset).says).toMatch(says);
});

test('a disk that is nearly full is told before the database stops', () => {
  const config = { dataDir: '/data', DATABASE_URL: undefined };
  expect([50e9, 3e9, 0.2e9].map((free) => judgeSpace(free, config).level)).toEqual(['ok', 'warn', 'fail']);
  expect(judgeSpace(0.2e9, { ...config, DATABASE_URL: 'postgresql://db/weather' }).level).toBe('ok');
});

test('Node must be as new as package.json asks', () => {
  expect(['20.18.3', '20.19.0', '24.1.0', '18.20.0'].map((version) => nodeVersion(version).level)).toEqual([
    'fail',
    'ok',
    'ok',
    'fail',
  ]);
});

test('a first look at the demo is in order, one in place of real weather is a warning, and no key is shown', () => {
  expect(weatherSource(loadConfig({}))).toMatchObject({
    level: 'ok',
    says: expect.stringContaining('OPENWEATHERMAP_API_KEY') as unknown,
  });
  expect(weatherSource(loadConfig({ DATABASE_URL: 'postgresql://db/weather' })).level).toBe('warn');
  expect(weatherSource(loadConfig({ WEATHER_SOURCE: 'demo' })).level).toBe('ok');
  expect(weatherSource(loadConfig({ WEATHER_SOURCE: 'open-meteo' })).level).toBe('ok');
  const keyed = weatherSource(loadConfig({ OPENWEATHERMAP_API_KEY: 'canary0123456789' }));
  expect(keyed).toMatchObject({ level: 'ok', says: expect.not.stringContaining('canary') as unknown });
});

test('a sound warehouse is all ok, and every trouble has its own advice', () => {
  const config = { source: 'OPENWEATHERMAP' } as const;
  const sound = [
    kindOf(WAREHOUSE, false),
    catalogueOf(WAREHOUSE),
    trackingOf(WAREHOUSE, config),
    pausesOf(WAREHOUSE),
    runsOf(WAREHOUSE),
    roomOf(false),
    payloadsOf(WAREHOUSE),
    checksOf(WAREHOUSE),
  ];
  expect(sound.map(({ level }) => level)).toEqual(sound.map(() => 'ok'));
  const ill = [
    kindOf(WAREHOUSE, true),
    catalogueOf({ ...WAREHOUSE, hasCatalogue: false }),
    trackingOf({ ...WAREHOUSE, tracked: 0, trackedElsewhere: 50 }, config),
    pausesOf({ ...WAREHOUSE, pauses: ['OPENWEATHERMAP until 2026-11-24: answered 401'] }),
    runsOf({ ...WAREHOUSE, orphans: ['7'], waiting: ['8', '9'] }),
    roomOf(true),
    payloadsOf({ ...WAREHOUSE, pending: 12 }),
    checksOf({ ...WAREHOUSE, failingChecks: ['day-is-not-its-hours'] }),
  ];
  expect(ill.map(({ level }) => level)).toEqual([
    ...['fail', 'warn', 'warn', 'warn', 'warn'],
    ...['fail', 'warn', 'fail'],
  ]);
  expect(new Set(ill.map(({ advice }) => advice)).size).toBe(ill.length);
  expect(ill[4]?.says).toBe(
    'runs without an owner; their owner is silent: 7; nobody has taken them for 2 minutes: 8, 9',
  );
});

test('a quota that does not fit is told in numbers', () => {
  const plan: PricedPlan = {
    source: 'OPENWEATHERMAP',
    cities: 20_000,
    wantedPerMinute: 1_333.3,
    allowedPerMinute: 22.4,
    wantedPerMonth: 59_520_000,
    stretch: 59.5,
    resetsAt: null,
    sweepMinutes: 363.6,
    limitPerMinute: 55,
    periods: [],
    fits: false,
  };
  expect(quotaOf(plan)).toMatchObject({
    level: 'warn',
    says: '1,333.3 calls a minute wanted of 22.4 that last, 59,520,000 a month; a sweep takes 6.1 h',
    advice: expect.stringContaining('stretched 59.5 times, so that 15 min become 14.9 h') as unknown,
  });
});

test('a replica is measured by what it lacks, and what is no replica is told', () => {
  const facts: ReplicaFacts = { isReplica: true, system: '7', name: 'weather', holdsVacuum: true };
  const primary = { ...facts, isReplica: false };
  expect(judgeReplica(facts, primary, { took: 40 })).toMatchObject({
    level: 'ok',
    says: expect.stringContaining('40 ms') as unknown,
  });
  const ill = [
    judgeReplica({ ...facts, holdsVacuum: false }, primary, { took: 40 }),
    judgeReplica(facts, primary, { missing: 3e6 }),
    judgeReplica(primary, primary, undefined),
    judgeReplica({ ...facts, system: '8' }, primary, { took: 40 }),
    judgeReplica({ ...facts, name: 'another' }, primary, { took: 40 }),
  ];
  expect(ill.map(({ level }) => level)).toEqual(ill.map(() => 'warn'));
  expect(new Set(ill.map(({ advice }) => advice)).size).toBe(4);
});
