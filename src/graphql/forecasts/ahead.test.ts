import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataOf, testApi, type TestApi } from '../testing/api.js';
import { addPlaces, idOf, PLACES } from '../testing/fixtures.js';
import { addForecasts, type Said } from './testkit.js';

const HOUR = 3600;
const FROM = Date.parse('2026-04-10T00:00:00Z') / 1000;
const TO = FROM + 2 * 24 * HOUR;
const [CHICAGO] = PLACES.chicago;
const [NEW_YORK] = PLACES.newYork;

/** Forecasts at odd moments, with a pause of a day and a half; each value tells its own. */
const said: Said[] = [0, 5, 11.5, 17, 53, 58.25, 70].flatMap((hours, issue) =>
  Array.from({ length: 20 }, (_, step) => ({
    cityId: CHICAGO,
    issued: FROM - 30 * HOUR + hours * HOUR,
    valid: FROM - 30 * HOUR + (Math.ceil(hours / 3) + step) * 3 * HOUR,
    temperature: issue + step / 100,
  })),
);

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'chicago', 'newYork');
  await addForecasts(api, said);
  await addForecasts(api, [{ cityId: NEW_YORK, issued: FROM - HOUR, valid: FROM, temperature: 3 }]);
});
afterAll(() => api.stop());

interface Point {
  validAt: string;
  issuedAt: string;
  airTemperature: number;
}

async function ahead(hours: number): Promise<Point[][]> {
  const before = api.statements.length;
  const data = dataOf(
    await api.askAs(
      undefined,
      `query ($ids: [ID!]!, $hours: Int!) {
        cities(filter: { ids: $ids }, first: 2) {
          nodes {
            id
            forecastAhead(range: { from: "2026-04-10T00:00:00Z", to: "2026-04-12T00:00:00Z" }, hours: $hours) {
              validAt
              issuedAt
              airTemperature
            }
          }
        }
      }`,
      { ids: [idOf('chicago'), idOf('newYork')], hours },
    ),
  ) as { cities: { nodes: { id: string; forecastAhead: Point[] }[] } };
  expect(api.statements.length - before).toBe(2);
  return [idOf('chicago'), idOf('newYork')].map(
    (id) => data.cities.nodes.find((city) => city.id === id)?.forecastAhead ?? [],
  );
}

/** The same by a loop over everything. */
function naive(hours: number): Point[] {
  const best = new Map<number, Said>();
  for (const one of said) {
    const isAsked = one.valid >= FROM && one.valid < TO && one.valid - one.issued >= hours * HOUR;
    const known = best.get(one.valid);
    if (isAsked && (!known || one.issued > known.issued)) best.set(one.valid, one);
  }
  const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000', '');
  return [...best.values()]
    .sort((a, b) => a.valid - b.valid)
    .map(({ valid, issued, temperature }) => ({
      ...{ validAt: iso(valid), issuedAt: iso(issued), airTemperature: temperature },
    }));
}

describe('What had been forecast', () => {
  test.each([0, 6, 24, 48])(
    '%i hours ahead is of each instant the newest forecast that was early enough, of many cities at once',
    async (hours) => {
      const [chicago = [], newYork] = await ahead(hours);
      const expected = naive(hours);
      expect(chicago.map(({ validAt, issuedAt }) => [validAt, issuedAt])).toEqual(
        expected.map(({ validAt, issuedAt }) => [validAt, issuedAt]),
      );
      expect(expected.length).toBeGreaterThan(3);
      chicago.forEach(({ airTemperature }, i) =>
        expect(airTemperature).toBeCloseTo(expected[i]?.airTemperature ?? NaN, 4),
      );
      expect(newYork).toHaveLength(hours === 0 ? 1 : 0);
    },
  );
});
