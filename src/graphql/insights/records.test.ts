import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApi, type TestApi } from '../testing/api.js';
import { addPlaces, PLACES } from '../testing/fixtures.js';
import { addDays, askCity, hotDay, isWhole, madeUpDays, type Day } from './testkit.js';

let api: TestApi;
const days = madeUpDays('2016-01-01', '2025-12-31', 11);

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'munich', 'chicago');
  await addDays(api, PLACES.newYork[0], days);
  await addDays(api, PLACES.munich[0], [
    hotDay('2025-07-01', 31),
    // Thin, and a record all the same.
    hotDay('2025-07-09', 35, 10),
    hotDay('2025-07-10', 35),
    hotDay('2025-07-11', 29.9),
  ]);
});
afterAll(() => api.stop());

describe('records', () => {
  interface RecordAnswer {
    kind: string;
    value: number | null;
    unit: string;
    dates: string[];
    ties: number;
    days: number;
    since: string | null;
    until: string | null;
  }
  const records = (place: 'newYork' | 'munich' | 'chicago', args = '') =>
    askCity<RecordAnswer[]>(api, place, `records${args} { kind value unit dates ties days since until }`);

  const RULES: Readonly<Record<string, [sign: number, value: (day: Day) => number | null, whole: boolean]>> =
    {
      HIGHEST_TEMPERATURE: [1, ({ max }) => max, false],
      LOWEST_TEMPERATURE: [-1, ({ min }) => min, false],
      WARMEST_DAY: [1, ({ mean }) => mean, true],
      COLDEST_DAY: [-1, ({ mean }) => mean, true],
      HIGHEST_MINIMUM: [1, ({ min }) => min, true],
      LOWEST_MAXIMUM: [-1, ({ max }) => max, true],
      LARGEST_TEMPERATURE_RANGE: [
        1,
        ({ min, max }) => Math.round(((max ?? NaN) - (min ?? NaN)) * 10) / 10,
        false,
      ],
      MOST_PRECIPITATION: [1, ({ precipitation }) => precipitation, false],
      STRONGEST_GUST: [1, ({ gust }) => gust, false],
    };

  function naive(among: readonly Day[], kind: string): object {
    const [sign, valueOf, needsWhole] = RULES[kind] ?? [1, () => null, false];
    const able = among.filter((day) => valueOf(day) !== null && (!needsWhole || isWhole(day)));
    const best = Math.max(...able.map((day) => sign * (valueOf(day) ?? NaN))) * sign;
    const dates = able.filter((day) => valueOf(day) === best).map(({ date }) => date);
    return {
      value: able.length > 0 ? best : null,
      dates: dates.slice(0, 10),
      ties: dates.length,
      days: able.length,
      since: able[0]?.date ?? null,
      until: able.at(-1)?.date ?? null,
    };
  }

  test('are the extremes a loop finds, with every day that shares them', async () => {
    for (const [range, among] of [
      ['', days],
      [
        '(range: { from: "2018-02-01", to: "2018-02-28" })',
        days.filter(({ date }) => date.startsWith('2018-02')),
      ],
    ] as const) {
      const found = await records('newYork', range);
      for (const kind of Object.keys(RULES)) {
        expect(found.find((record) => record.kind === kind)).toMatchObject(naive(among, kind));
      }
    }
  });

  test('share the place of equals and differ by the thousandth', async () => {
    const [highest] = await records(
      'munich',
      '(range: { from: "2025-07-01", to: "2025-07-10" }, units: IMPERIAL)',
    );
    expect(highest).toEqual({
      kind: 'HIGHEST_TEMPERATURE',
      value: 95,
      unit: '°F',
      dates: ['2025-07-09', '2025-07-10'],
      ties: 2,
      days: 3,
      since: '2025-07-01',
      until: '2025-07-10',
    });
  });

  test('of a city without days are null and rest on nothing', async () => {
    const found = await records('chicago');
    expect(found).toHaveLength(12);
    for (const record of found) {
      expect(record).toMatchObject({ value: null, dates: [], ties: 0, days: 0, since: null, until: null });
    }
  });
});
