import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ADMIN_KEY, dataOf, NOW, testApi, type TestApi } from '../testing/api.js';
import { addPlaces, idOf, insert, PLACES } from '../testing/fixtures.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'chicago', 'munich');
});
afterAll(() => api.stop());
beforeEach(() => api.sql('TRUNCATE runs, tracked_cities, tracking_changes, quota_usage'));

const [NEW_YORK, CHICAGO] = [idOf('newYork'), idOf('chicago')];

type Result = Record<string, unknown> & { userErrors: { code: string; message: string; field: string[] }[] };

async function write(name: string, input: unknown, fields: string): Promise<Result> {
  const type = `${name.startsWith('start') || name === 'planBackfill' ? 'Backfill' : `${(name[0] ?? '').toUpperCase()}${name.slice(1)}`}Input`;
  const query = `mutation Write($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code message field } } }`;
  return dataOf(await api.askAs(`Bearer ${ADMIN_KEY}`, query, { input }))[name] as Result;
}
const RUN = 'run { id job trigger status askedBy window { from to } }';
const codes = ({ userErrors }: Result) => userErrors.map(({ code, field }) => [code, field.join('.')]);

const rows = async (text: string) => (await api.pool.query<Record<string, unknown>>(text)).rows;

test('follows cities, says what that asks of the quota, and writes down who wanted it', async () => {
  const fields =
    'cities { id tracking { source intervalMinutes paused } } plan { cities callsPerMonthWanted fits stretch }';
  const result = await write('trackCities', { cityIds: [CHICAGO, NEW_YORK], intervalMinutes: 10 }, fields);
  const tracking = { source: 'OPENWEATHERMAP', intervalMinutes: 10, paused: false };
  expect(result).toEqual({
    cities: [
      { id: CHICAGO, tracking },
      { id: NEW_YORK, tracking },
    ],
    // Two cities every ten minutes for 31 days.
    plan: { cities: 2, callsPerMonthWanted: 2 * 6 * 24 * 31, fits: true, stretch: 1 },
    userErrors: [],
  });
  expect(await rows('SELECT changed_by, source, interval_minutes, city_ids FROM tracking_changes')).toEqual([
    {
      changed_by: 'ADMIN_KEY',
      source: 'OPENWEATHERMAP',
      interval_minutes: 10,
      city_ids: [PLACES.chicago[0], PLACES.newYork[0]],
    },
  ]);
});

test('ends following, and answers just those that were followed', async () => {
  await write('trackCities', { cityIds: [NEW_YORK] }, 'cities { id }');
  const result = await write(
    'untrackCities',
    { cityIds: [CHICAGO, NEW_YORK] },
    'cities { id tracking { paused } }',
  );
  expect(result).toEqual({ cities: [{ id: NEW_YORK, tracking: null }], userErrors: [] });
  expect(await rows('SELECT changed_by, source FROM tracking_changes ORDER BY id')).toEqual([
    { changed_by: 'ADMIN_KEY', source: 'OPENWEATHERMAP' },
    { changed_by: 'ADMIN_KEY', source: null },
  ]);
});

test('several writes in one document each see what those before them changed', async () => {
  const answer = await api.askAs(
    `Bearer ${ADMIN_KEY}`,
    `mutation {
      a: trackCities(input: { cityIds: ["${NEW_YORK}"] }) { cities { tracking { intervalMinutes } } }
      b: trackCities(input: { cityIds: ["${NEW_YORK}"], intervalMinutes: 60 }) { cities { tracking { intervalMinutes } } }
      c: untrackCities(input: { cityIds: ["${NEW_YORK}"] }) { cities { tracking { intervalMinutes } } }
    }`,
  );
  expect(dataOf(answer)).toEqual({
    a: { cities: [{ tracking: { intervalMinutes: 15 } }] },
    b: { cities: [{ tracking: { intervalMinutes: 60 } }] },
    c: { cities: [{ tracking: null }] },
  });
});

test('prices a backfill with what is left of the archive’s quota, and begins nothing', async () => {
  const input = { cityIds: [NEW_YORK, CHICAGO], range: { from: '2025-01-01', to: '2025-12-31' } };
  const fields = 'calls weight days fits';
  // 365 days are twelve calls a city; 14 variables of 14 days count 1.4.
  const weight = 2 * (365 / 14) * 1.4;
  const { days, ...price } = await write('planBackfill', input, fields);
  expect(price).toEqual({
    calls: 24,
    weight: expect.closeTo(weight, 6) as number,
    fits: true,
    userErrors: [],
  });
  expect(days).toBeCloseTo(weight / 600 / 1440, 9);
  await insert(api, 'quota_usage', { source: 'OPEN_METEO', period: NOW.slice(0, 10), calls: 9_950 });
  expect(await write('planBackfill', input, fields)).toMatchObject({ fits: false });
  expect(await rows('SELECT id FROM runs')).toEqual([]);
});

test('starts a backfill, and the same again is the same run while it is active', async () => {
  const range = { from: '2026-04-01', to: '2026-04-30' };
  const first = await write('startBackfill', { cityIds: [NEW_YORK, CHICAGO], range }, RUN);
  expect(first).toMatchObject({
    run: {
      job: 'BACKFILL',
      trigger: 'ADMIN',
      status: 'REQUESTED',
      askedBy: 'ADMIN_KEY',
      window: { from: '2026-04-01T00:00:00Z', to: '2026-05-01T00:00:00Z' },
    },
    userErrors: [],
  });
  expect(await write('startBackfill', { cityIds: [CHICAGO, NEW_YORK], range }, RUN)).toEqual(first);
  const other = await write('startBackfill', { cityIds: [CHICAGO], range }, RUN);
  expect(other.run).not.toEqual(first.run);
  await api.sql(`UPDATE runs SET status = 'SUCCEEDED'`);
  expect((await write('startBackfill', { cityIds: [NEW_YORK, CHICAGO], range }, RUN)).run).not.toEqual(
    first.run,
  );
});

test('a hundred equal requests at once are one run', async () => {
  const input = { cityIds: [NEW_YORK], range: { from: '2026-04-01', to: '2026-04-02' } };
  const asked = Array.from({ length: 100 }, () => write('startBackfill', input, 'run { id }'));
  const ids = new Set((await Promise.all(asked)).map(({ run }) => (run as { id: string }).id));
  expect(ids.size).toBe(1);
  expect(await rows('SELECT count(*)::int AS runs FROM runs')).toEqual([{ runs: 1 }]);
});

test('a backfill of more than a day of quota starts only when that is accepted', async () => {
  await insert(api, 'quota_usage', { source: 'OPEN_METEO', period: NOW.slice(0, 10), calls: 9_999 });
  await api.sql(
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
     SELECT id, 'Town', 'Town', 'US', 0, 0, 'UTC', '' FROM generate_series(1, 500) AS id ON CONFLICT DO NOTHING`,
  );
  const cityIds = Array.from({ length: 500 }, (_, i) => String(i + 1));
  const input = { cityIds, range: { from: '2016-01-01', to: '2026-05-19' } };
  const refused = await write('startBackfill', input, RUN);
  expect(refused.run).toBeNull();
  expect(codes(refused)).toEqual([['QUOTA_EXCEEDED', 'input.acceptDays']]);
  expect(refused.userErrors[0]?.message).toMatch(
    /counts \d+ calls and takes \d+\.\d days of the archive's quota/,
  );
  expect(await write('startBackfill', { ...input, acceptDays: true }, RUN)).toMatchObject({
    run: { job: 'BACKFILL' },
    userErrors: [],
  });
});

test('asks for replays, for refusals to be tried again and for summaries to be rebuilt, each once', async () => {
  const range = { from: '2026-05-01T00:00:00Z', to: '2026-05-02T00:00:00Z' };
  const asks: [string, object, object][] = [
    ['replay', { range }, { job: 'REPLAY', window: range }],
    ['replay', { range, cityIds: [NEW_YORK] }, { job: 'REPLAY', window: range }],
    ['retryRejects', {}, { job: 'REPLAY', window: null }],
    ['retryRejects', { reason: 'FUTURE', runId: '7', cityIds: [NEW_YORK] }, { job: 'REPLAY', window: null }],
    ['rebuildSummaries', { range }, { job: 'TRANSFORM', window: range }],
  ];
  for (const [name, input, run] of asks) {
    const first = await write(name, input, RUN);
    expect(first).toMatchObject({ run: { ...run, trigger: 'ADMIN', askedBy: 'ADMIN_KEY' }, userErrors: [] });
    expect(await write(name, input, RUN)).toEqual(first);
  }
  expect((await rows('SELECT parameters FROM runs ORDER BY id')).map(({ parameters }) => parameters)).toEqual(
    [
      {},
      { cityIds: [PLACES.newYork[0]] },
      { rejected: {} },
      { rejected: { reason: 'FUTURE', runId: '7' }, cityIds: [PLACES.newYork[0]] },
      { rebuild: true },
    ],
  );
});

test('ends a run once; afterwards, and of no run, says so', async () => {
  const { run } = await write('replay', { range: { from: NOW, to: '2026-05-21T00:00:00Z' } }, RUN);
  const { id } = run as { id: string };
  expect(await write('cancelRun', { id }, 'run { status error }')).toEqual({
    run: { status: 'CANCELLED', error: 'Cancelled by ADMIN_KEY.' },
    userErrors: [],
  });
  const again = await write('cancelRun', { id }, RUN);
  expect(again).toMatchObject({
    run: { status: 'CANCELLED' },
    userErrors: [{ message: `Run ${id} is over already: it is CANCELLED.` }],
  });
  expect(codes(again)).toEqual([['NOT_CANCELLABLE', 'input.id']]);
  const none = await write('cancelRun', { id: '999999' }, RUN);
  expect([none.run, codes(none)]).toEqual([null, [['NOT_FOUND', 'input.id']]]);
});

const DAYS = { from: '2026-04-01', to: '2026-04-02' };
const RANGE = { from: '2026-04-01T00:00:00Z', to: '2026-04-02T00:00:00Z' };
const BACKWARDS = { from: RANGE.to, to: RANGE.from };
const MANY = Array.from({ length: 501 }, (_, i) => String(i + 1));

test.each<[string, object, [string, string][]]>([
  ['trackCities', { cityIds: [NEW_YORK, '999'] }, [['NOT_FOUND', 'input.cityIds.1']]],
  ['trackCities', { cityIds: MANY }, [['TOO_MANY', 'input.cityIds']]],
  [
    'trackCities',
    { cityIds: [NEW_YORK], intervalMinutes: 0 },
    [['INTERVAL_OUT_OF_BOUNDS', 'input.intervalMinutes']],
  ],
  [
    'trackCities',
    { cityIds: ['999'], intervalMinutes: 44_641, source: 'DEMO' },
    [
      ['NOT_FOUND', 'input.cityIds.0'],
      ['INTERVAL_OUT_OF_BOUNDS', 'input.intervalMinutes'],
      ['SOURCE_NOT_IN_USE', 'input.source'],
    ],
  ],
  ['untrackCities', { cityIds: ['999'] }, [['NOT_FOUND', 'input.cityIds.0']]],
  ['planBackfill', { cityIds: ['999'], range: DAYS }, [['NOT_FOUND', 'input.cityIds.0']]],
  ['planBackfill', { cityIds: MANY, range: DAYS }, [['TOO_MANY', 'input.cityIds']]],
  [
    'startBackfill',
    { cityIds: [NEW_YORK], range: { from: DAYS.to, to: DAYS.from } },
    [['RANGE_BACKWARDS', 'input.range.to']],
  ],
  [
    'startBackfill',
    { cityIds: [NEW_YORK], range: { from: '2026-05-01', to: '2026-05-21' } },
    [['RANGE_IN_FUTURE', 'input.range.to']],
  ],
  [
    'startBackfill',
    { cityIds: [NEW_YORK], range: { from: '1939-12-31', to: '2026-05-20' } },
    [['RANGE_TOO_EARLY', 'input.range.from']],
  ],
  ['replay', { range: BACKWARDS }, [['RANGE_BACKWARDS', 'input.range.to']]],
  ['replay', { range: { from: RANGE.from, to: RANGE.from } }, [['RANGE_BACKWARDS', 'input.range.to']]],
  [
    'replay',
    { range: { from: '1900-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' } },
    [['RANGE_TOO_LONG', 'input.range.to']],
  ],
  [
    'rebuildSummaries',
    { range: BACKWARDS, cityIds: ['999'] },
    [
      ['NOT_FOUND', 'input.cityIds.0'],
      ['RANGE_BACKWARDS', 'input.range.to'],
    ],
  ],
  ['retryRejects', { cityIds: ['999'] }, [['NOT_FOUND', 'input.cityIds.0']]],
  ['refreshWeather', { cityIds: MANY }, [['TOO_MANY', 'input.cityIds']]],
])('%s says what the caller can mend of %j, and changes nothing', async (name, input, expected) => {
  const result = await write(name, input, '__typename');
  expect(codes(result)).toEqual(expected);
  for (const { message } of result.userErrors) expect(message).toMatch(/^[A-Z0-9].{20,}\.$/);
  expect(await rows('SELECT id FROM runs')).toEqual([]);
  expect(await rows('SELECT city_id FROM tracked_cities')).toEqual([]);
});
