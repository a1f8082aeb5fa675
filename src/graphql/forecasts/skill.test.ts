import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataOf, testApi, type TestApi } from '../testing/api.js';
import { addPlaces, idOf, PLACES } from '../testing/fixtures.js';
import { addForecasts, addHours, type Came, type Said } from './testkit.js';

let api: TestApi;
const HOUR = 3600;
const [CHICAGO] = PLACES.chicago;

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'chicago');
});
afterAll(() => api.stop());

async function ofChicago(field: string): Promise<unknown> {
  const answer = await api.ask(`{ city(id: "${idOf('chicago')}") { field: ${field} } }`);
  return (dataOf(answer) as { city: { field: unknown } }).city.field;
}

describe('Forecast skill', () => {
  const [FROM, DAYS] = [Date.parse('2026-04-01T00:00:00Z') / 1000, 12];
  const TO = FROM + DAYS * 24 * HOUR;
  const tenths = (value: number): number => Math.round(value * 10) / 10;
  const came: Came[] = [];
  const said: Said[] = [];

  beforeAll(async () => {
    for (let hour = FROM; hour < TO; hour += HOUR) {
      // Every seventh hour nobody observed.
      if ((hour / HOUR) % 7 === 0) continue;
      came.push({ cityId: CHICAGO, hour, temperature: 10 + 5 * Math.sin(hour / 40_000) });
    }
    // Issued at odd moments; the first of its points lies before its own issue.
    for (let issued = FROM - 6 * 24 * HOUR + 1234; issued < TO; issued += 6 * HOUR) {
      const first = Math.floor(issued / (3 * HOUR)) * 3 * HOUR;
      for (let step = 0; step < 40; step += 1) {
        const valid = first + step * 3 * HOUR;
        const temperature = tenths(
          10 + 5 * Math.sin(valid / 40_000) + 0.02 * step * Math.cos(issued + step) + 0.4,
        );
        said.push({ cityId: CHICAGO, issued, valid, temperature });
      }
    }
    await addForecasts(api, said);
    await addHours(api, came);
  });

  interface Lead {
    fromHours: number;
    toHours: number;
    forecasts: number;
    pairs: number;
    hours: number;
    bias: number | null;
    meanAbsoluteError: number | null;
    rootMeanSquareError: number | null;
  }
  const FIGURES = 'fromHours toHours forecasts pairs hours bias meanAbsoluteError rootMeanSquareError';
  const RANGE = 'range: { from: "2026-04-01T00:00:00Z", to: "2026-04-13T00:00:00Z" }';
  const skill = async (args: string) =>
    (await ofChicago(`forecastSkill(${args}) { parameter unit leads { ${FIGURES} } }`)) as {
      parameter: string;
      unit: string;
      leads: Lead[];
    }[];

  const countsOf = ({ fromHours, toHours, forecasts, pairs, hours }: Lead) => ({
    ...{ fromHours, toHours, forecasts, pairs, hours },
  });

  /** The same by a loop over everything. */
  function naive(stepHours: number) {
    const observed = new Map(came.map(({ hour, temperature }) => [hour, temperature]));
    const leads = new Map<number, { forecasts: number; differences: number[]; hours: Set<number> }>();
    for (const { issued, valid, temperature } of said) {
      if (valid < FROM || valid >= TO || valid <= issued) continue;
      const lead = Math.ceil((valid - issued) / HOUR / stepHours);
      const known = leads.get(lead) ?? { forecasts: 0, differences: [], hours: new Set<number>() };
      leads.set(lead, known);
      known.forecasts += 1;
      const then = observed.get(valid);
      if (then === undefined) continue;
      known.differences.push(temperature - then);
      known.hours.add(valid);
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    return [...leads]
      .sort(([a], [b]) => a - b)
      .map(([lead, { forecasts, differences, hours }]) => ({
        ...{ fromHours: (lead - 1) * stepHours, toHours: lead * stepHours, forecasts },
        ...{ pairs: differences.length, hours: hours.size },
        bias: mean(differences),
        meanAbsoluteError: mean(differences.map(Math.abs)),
        rootMeanSquareError: Math.sqrt(mean(differences.map((value) => value ** 2))),
      }));
  }

  test.each([
    [24, 5],
    // The first of 40 steps had begun when it was asked for.
    [3, 39],
    [50, 3],
  ])('in steps of %d hours is what a loop finds', async (stepHours, leads) => {
    const [found] = await skill(`${RANGE}, stepHours: ${stepHours}, minHours: 1`);
    expect(found).toMatchObject({ parameter: 'AIR_TEMPERATURE', unit: 'K' });
    const expected = naive(stepHours);
    expect(expected).toHaveLength(leads);
    expect(found?.leads.map(countsOf)).toEqual(expected.map(countsOf));
    // To the thousandth, as it is answered.
    for (const [i, lead] of expected.entries()) {
      for (const figure of ['bias', 'meanAbsoluteError', 'rootMeanSquareError'] as const) {
        expect(Math.abs((found?.leads[i]?.[figure] ?? NaN) - lead[figure])).toBeLessThan(0.000501);
      }
    }
  });

  test('converts differences without an offset', async () => {
    const [[kelvin], [fahrenheit]] = [await skill(RANGE), await skill(`${RANGE}, units: IMPERIAL`)];
    expect(fahrenheit?.unit).toBe('°F');
    expect(fahrenheit?.leads[0]?.bias).toBeCloseTo(1.8 * (kelvin?.leads[0]?.bias ?? NaN), 2);
  });

  test('stays null where too few hours were observed, and says how many', async () => {
    const hours = naive(24).map((lead) => lead.hours);
    const most = Math.max(...hours);
    const [some] = await skill(`${RANGE}, minHours: ${most}`);
    expect(some?.leads.map((lead) => lead.hours)).toEqual(hours);
    expect(some?.leads.map(({ bias }) => bias !== null)).toEqual(hours.map((count) => count === most));
    const [few] = await skill(`${RANGE}, minHours: ${most + 1}`);
    expect(few?.leads.map((lead) => [lead.hours, lead.bias, lead.meanAbsoluteError])).toEqual(
      hours.map((count) => [count, null, null]),
    );
    const [none] = await skill('range: { from: "2025-04-01T00:00:00Z", to: "2025-04-13T00:00:00Z" }');
    expect(none?.leads).toEqual([]);
  });

  test('answers for every parameter in the order asked, also for one that nobody forecast', async () => {
    const found = await skill(`${RANGE}, parameters: [CLOUD_COVER, AIR_TEMPERATURE, CLOUD_COVER]`);
    expect(found.map(({ parameter, unit, leads }) => [parameter, unit, leads.length])).toEqual([
      ['CLOUD_COVER', '%', 0],
      ['AIR_TEMPERATURE', 'K', 5],
    ]);
  });
});
