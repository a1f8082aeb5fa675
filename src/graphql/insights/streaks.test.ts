import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApi, type TestApi } from '../testing/api.js';
import { addPlaces, PLACES } from '../testing/fixtures.js';
import { addDays, askCity, datesBetween, hotDay, isWhole, madeUpDays, type Day } from './testkit.js';

let api: TestApi;
const days = madeUpDays('2016-01-01', '2025-12-31', 11);

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'munich');
  await addDays(api, PLACES.newYork[0], days);
  await addDays(api, PLACES.munich[0], [
    hotDay('2025-07-01', 31),
    hotDay('2025-07-02', 30),
    hotDay('2025-07-03', 30.1),
    // Thin, then hot again, then a day that is missing.
    hotDay('2025-07-04', 33, 10),
    ...['2025-07-05', '2025-07-06', '2025-07-07'].map((date) => hotDay(date, 32)),
    ...['2025-07-09', '2025-07-10'].map((date) => hotDay(date, 35)),
    hotDay('2025-07-11', 29.9),
  ]);
});
afterAll(() => api.stop());

describe('streaks', () => {
  interface Run {
    from: string;
    to: string;
    days: number;
    min: number;
    max: number;
    mayBeginEarlier: boolean;
    mayEndLater: boolean;
  }
  interface StreaksAnswer {
    threshold: number;
    unit: string;
    daysKnown: number;
    daysMissing: number;
    daysMet: number;
    longest: Run | null;
    streaks: Run[];
  }
  const RUN = 'from to days min max mayBeginEarlier mayEndLater';
  const streaks = (place: 'newYork' | 'munich', args: string) =>
    askCity<StreaksAnswer>(
      api,
      place,
      `streaks(${args}) { threshold unit daysKnown daysMissing daysMet longest { ${RUN} } streaks { ${RUN} } }`,
    );

  function naive(
    from: string,
    to: string,
    minDays: number,
    test: (day: Day) => boolean,
    valueOf: (day: Day) => number | null,
  ) {
    const byDate = new Map(
      days.filter((day) => isWhole(day) && valueOf(day) !== null).map((day) => [day.date, day]),
    );
    const dates = datesBetween(from, to);
    const known = (i: number) => byDate.has(dates[i] ?? '');
    const met = (i: number) => {
      const day = byDate.get(dates[i] ?? '');
      return day !== undefined && test(day);
    };
    const runs: Run[] = [];
    for (let first = 0; first < dates.length; first += 1) {
      if (!met(first)) continue;
      let last = first;
      while (met(last + 1)) last += 1;
      const values = dates.slice(first, last + 1).map((date) => {
        const day = byDate.get(date);
        return (day && valueOf(day)) ?? NaN;
      });
      runs.push({
        from: dates[first] ?? '',
        to: dates[last] ?? '',
        days: last - first + 1,
        min: Math.min(...values),
        max: Math.max(...values),
        mayBeginEarlier: !known(first - 1),
        mayEndLater: !known(last + 1),
      });
      first = last;
    }
    const long = runs.filter((run) => run.days >= minDays);
    const longest = [...long].sort((a, b) => b.days - a.days || a.from.localeCompare(b.from))[0] ?? null;
    const daysKnown = dates.filter((_, i) => known(i)).length;
    const daysMet = dates.filter((_, i) => met(i)).length;
    return { daysKnown, daysMissing: dates.length - daysKnown, daysMet, longest, streaks: long };
  }

  const max = ({ max: value }: Day) => value;
  const min = ({ min: value }: Day) => value;
  const amount = ({ precipitation }: Day) => precipitation;
  const at = (value: number | null) => value ?? NaN;

  test.each([
    ['kind: HEAT_WAVE, threshold: 22.5', 3, (day: Day) => at(day.max) >= 22.5, max],
    ['kind: SUMMER, minDays: 2', 2, (day: Day) => at(day.max) > 25, max],
    ['kind: TROPICAL_NIGHTS, minDays: 1', 1, (day: Day) => at(day.min) > 20, min],
    ['kind: FROST', 3, (day: Day) => at(day.min) < 0, min],
    ['kind: ICE, minDays: 1', 1, (day: Day) => at(day.max) < 0, max],
    ['kind: DRY', 3, (day: Day) => at(day.precipitation) < 1, amount],
    ['kind: WET, minDays: 1', 1, (day: Day) => at(day.precipitation) >= 1, amount],
    [
      'condition: { measure: AIR_TEMPERATURE_MAX, comparison: AT_MOST, threshold: 10.1 }',
      3,
      (day: Day) => at(day.max) <= 10.1,
      max,
    ],
  ] as const)('of %s are those a loop finds', async (args, minDays, meets, valueOf) => {
    const [from, to] = ['2016-03-05', '2025-12-31'];
    const found = await streaks('newYork', `${args}, range: { from: "${from}", to: "${to}" }`);
    expect(found).toMatchObject(naive(from, to, minDays, meets, valueOf));
    expect(found.daysMet).toBeGreaterThan(0);
  });

  test('end at days that are thin or missing, which are never bridged, and say so', async () => {
    const found = await streaks(
      'munich',
      'kind: HEAT_WAVE, minDays: 2, range: { from: "2025-07-02", to: "2025-07-12" }',
    );
    expect(found).toMatchObject({ threshold: 30, unit: '°C', daysKnown: 8, daysMissing: 3, daysMet: 7 });
    expect(found.streaks).toEqual([
      {
        from: '2025-07-02',
        to: '2025-07-03',
        days: 2,
        min: 30,
        max: 30.1,
        mayBeginEarlier: true,
        mayEndLater: true,
      },
      {
        from: '2025-07-05',
        to: '2025-07-07',
        days: 3,
        min: 32,
        max: 32,
        mayBeginEarlier: true,
        mayEndLater: true,
      },
      {
        from: '2025-07-09',
        to: '2025-07-10',
        days: 2,
        min: 35,
        max: 35,
        mayBeginEarlier: true,
        mayEndLater: false,
      },
    ]);
    expect(found.longest).toEqual(found.streaks[1]);
  });

  test('read thresholds in the units asked for, to the very value', async () => {
    const range = 'range: { from: "2025-07-01", to: "2025-07-03" }, minDays: 1, units: IMPERIAL';
    const condition = (comparison: string, threshold: number) =>
      streaks(
        'munich',
        `condition: { measure: AIR_TEMPERATURE_MAX, comparison: ${comparison}, threshold: ${threshold} }, ${range}`,
      );
    // 30.1 °C
    expect(await condition('AT_LEAST', 86.18)).toMatchObject({ threshold: 86.18, unit: '°F', daysMet: 2 });
    expect(await condition('ABOVE', 86.18)).toMatchObject({
      daysMet: 1,
      streaks: [{ min: 87.8, max: 87.8 }],
    });
    expect(await condition('AT_MOST', 86.18)).toMatchObject({ daysMet: 2 });
    expect(await condition('BELOW', 86.18)).toMatchObject({ daysMet: 1 });
  });
});
