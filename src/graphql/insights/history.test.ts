import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataOf, testApi, type TestApi } from '../testing/api.js';
import { addPlaces, idOf, PLACES } from '../testing/fixtures.js';
import { addDays, datesBetween, madeUpDays, type Day } from './testkit.js';

let api: TestApi;
// Up to today, which is not over.
const days = madeUpDays('2012-03-01', '2026-05-20', 7);

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'munich');
  await addDays(api, PLACES.newYork[0], days);
  await addDays(api, PLACES.munich[0], madeUpDays('2024-01-01', '2025-12-31', 3));
});
afterAll(() => api.stop());

const whole = days.filter(({ date, observedHours }) => observedHours >= 18 && date < '2026-05-20');
const byDate = new Map(whole.map((day) => [day.date, day]));
const CALENDAR = datesBetween('2000-01-01', '2000-12-31').map((date) => date.slice(5));

interface Window {
  values: number[];
  years: number;
}

/** Walks from a day of the year to its neighbours, year by year: another way round than the statement's. */
function windowOf(
  day: string,
  apart: number,
  valueOf: (day: Day) => number | null,
  without?: number,
): Window {
  const values: number[] = [];
  let years = 0;
  const centre = CALENDAR.indexOf(day);
  for (let year = 2011; year <= 2027; year += 1) {
    if (year === without) continue;
    const before = values.length;
    for (let place = centre - apart; place <= centre + apart; place += 1) {
      const there = year + Math.floor(place / 366);
      const found = byDate.get(`${there}-${CALENDAR[(place + 366) % 366] ?? ''}`);
      const value = found ? valueOf(found) : null;
      if (value !== null) values.push(value);
    }
    if (values.length > before) years += 1;
  }
  return { values, years };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [low = NaN, high = NaN] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

/** Answers are rounded to thousandths, and some of what they are compared with is, too. */
const about = (value: number) => expect.closeTo(value, 2.4) as number;

const statistics = ({ values, years }: Window) => ({
  mean: about(meanOf(values)),
  p25: about(quantile(values, 0.25)),
  p75: about(quantile(values, 0.75)),
  standardDeviation: about(deviationOf(values)),
  years,
  days: values.length,
});

interface NormalsAnswer {
  city: {
    normals: {
      measure: string;
      unit: string;
      deviationUnit: string;
      since: string;
      until: string;
      periods: object[];
    }[];
  };
}

async function normals(
  args: string,
  fields = 'mean p25 p75 standardDeviation years days',
): Promise<NormalsAnswer['city']['normals']> {
  const answer = await api.ask(
    `{ city(id: "${idOf('newYork')}") { normals(${args}) { measure unit deviationUnit since until periods { ${fields} } } } }`,
  );
  return (dataOf(answer) as unknown as NormalsAnswer).city.normals;
}

describe('normals', () => {
  test('of months are those of all their days, found by a loop', async () => {
    const [temperature, precipitation] = await normals('measures: [AIR_TEMPERATURE_MAX, PRECIPITATION_SUM]');
    for (const [answer, valueOf] of [
      [temperature, (day: Day) => day.max],
      [precipitation, (day: Day) => day.precipitation],
    ] as const) {
      expect(answer?.periods).toEqual(
        Array.from({ length: 12 }, (_, month) => {
          const inMonth = whole.filter(
            (day) => Number(day.date.slice(5, 7)) === month + 1 && valueOf(day) !== null,
          );
          const values = inMonth.map((day) => valueOf(day) ?? NaN);
          return statistics({ values, years: new Set(inMonth.map(({ date }) => date.slice(0, 4))).size });
        }),
      );
    }
    expect(temperature).toMatchObject({
      unit: '°C',
      deviationUnit: 'K',
      since: whole[0]?.date,
      until: whole.at(-1)?.date,
    });
  });

  test.each([0, 7, 20])(
    'of days of the year take %i days on each side, over the year’s end',
    async (apart) => {
      const [answer] = await normals(`by: DAY_OF_YEAR, windowDays: ${apart}, minYears: 1, minDays: 2`);
      expect(answer?.periods).toEqual(
        CALENDAR.map((day) => statistics(windowOf(day, apart, ({ mean }) => mean))),
      );
    },
  );

  test('are of every day of a leap year, in its order', async () => {
    const [answer] = await normals('by: DAY_OF_YEAR', 'month day');
    expect(answer?.periods).toEqual(
      CALENDAR.map((day) => ({ month: Number(day.slice(0, 2)), day: Number(day.slice(3)) })),
    );
  });

  test('stay null where too little is known, and say how much there is', async () => {
    const [short] = await normals('base: { from: "2014-01-01", to: "2015-06-30" }');
    const [january, december] = [short?.periods[0], short?.periods[11]];
    expect(january).toMatchObject({ mean: null, p25: null, p75: null, standardDeviation: null, years: 2 });
    expect(december).toMatchObject({ mean: null, years: 1 });
    const [enough] = await normals(
      'base: { from: "2014-01-01", to: "2015-06-30" }, minYears: 2, minDays: 2',
      'mean',
    );
    expect(enough?.periods.map((period) => (period as { mean: number | null }).mean === null)).toEqual([
      ...Array.from({ length: 6 }, () => false),
      ...Array.from({ length: 6 }, () => true),
    ]);
    const [many] = await normals('minDays: 40000', 'mean');
    expect(many?.periods).toEqual(Array.from({ length: 12 }, () => ({ mean: null })));
  });

  test('convert temperatures with, their deviations without an offset', async () => {
    const [metric] = await normals('by: MONTH', 'mean standardDeviation');
    const [imperial] = await normals('units: IMPERIAL', 'mean standardDeviation');
    const [scientific] = await normals('units: SCIENTIFIC', 'mean standardDeviation');
    expect([imperial?.unit, imperial?.deviationUnit]).toEqual(['°F', '°F']);
    expect([scientific?.unit, scientific?.deviationUnit]).toEqual(['K', 'K']);
    metric?.periods.forEach((period, i) => {
      const { mean, standardDeviation } = period as { mean: number; standardDeviation: number };
      expect(imperial?.periods[i]).toEqual({
        mean: about(mean * 1.8 + 32),
        standardDeviation: about(standardDeviation * 1.8),
      });
      expect(scientific?.periods[i]).toEqual({ mean: about(mean + 273.15), standardDeviation });
    });
  });
});

interface AnomalyAnswer {
  city: { anomalies: { unit: string; deviationUnit: string; days: Record<string, unknown>[] }[] };
}

async function anomalies(args: string): Promise<AnomalyAnswer['city']['anomalies']> {
  const answer = await api.ask(
    `{ city(id: "${idOf('newYork')}") { anomalies(${args}) { unit deviationUnit
      days { date value normal standardDeviation anomaly standardised years days } } } }`,
  );
  return (dataOf(answer) as unknown as AnomalyAnswer).city.anomalies;
}

describe('anomalies', () => {
  test('compare a day with the days around it in other years, over the year’s end and on 29 February', async () => {
    const ranges = [
      ['2019-12-20', '2020-03-10'],
      ['2026-05-10', '2026-05-25'],
    ] as const;
    for (const [from, to] of ranges) {
      const [answer] = await anomalies(`range: { from: "${from}", to: "${to}" }`);
      expect(answer?.days).toEqual(
        datesBetween(from, to).map((date) => {
          const { values, years } = windowOf(date.slice(5), 7, ({ mean }) => mean, Number(date.slice(0, 4)));
          const value = byDate.get(date)?.mean ?? null;
          const [normal, deviation] = [meanOf(values), deviationOf(values)];
          return {
            date,
            value,
            normal: about(normal),
            standardDeviation: about(deviation),
            anomaly: value === null ? null : about(value - normal),
            standardised: value === null ? null : about((value - normal) / deviation),
            years,
            days: values.length,
          };
        }),
      );
    }
  });

  test('are differences in their units, and null without enough other years', async () => {
    const range = 'range: { from: "2020-07-01", to: "2020-07-03" }';
    const [metric] = await anomalies(range);
    const [imperial] = await anomalies(`${range}, units: IMPERIAL`);
    expect(imperial).toMatchObject({ unit: '°F', deviationUnit: '°F' });
    metric?.days.forEach(({ value, anomaly, standardised }, i) => {
      expect(imperial?.days[i]).toMatchObject({
        value: value === null ? null : about(Number(value) * 1.8 + 32),
        anomaly: anomaly === null ? null : about(Number(anomaly) * 1.8),
        standardised,
      });
    });
    const [few] = await anomalies(`${range}, base: { from: "2020-01-01", to: "2020-12-31" }, minYears: 1`);
    for (const day of few?.days ?? []) {
      expect(day).toMatchObject({ normal: null, anomaly: null, standardised: null, years: 0, days: 0 });
    }
  });
});
