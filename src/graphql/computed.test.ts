import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataOf, errorOf, testApi, type TestApi } from './testing/api.js';
import { addObservation, addPlaces, idOf, insert, PLACES, type PlaceName } from './testing/fixtures.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'chicago');
  // Hours 0, 1, 2, 5 and 9: gaps of two and of three hours.
  for (const hour of [0, 1, 2, 5, 9]) {
    await addHour('newYork', hour, hour);
    await addHour('chicago', hour, 100 + hour);
  }
});
afterAll(() => api.stop());

async function addHour(place: PlaceName, hour: number, pressure: number): Promise<void> {
  const at = `2026-05-20T0${hour}:00:00Z`;
  await addObservation(api, place, at);
  await insert(api, 'hourly_summaries', {
    city_id: PLACES[place][0],
    hour: at,
    source: 'DEMO',
    kind: 'CURRENT',
    sample_count: 1,
    air_temperature_mean_c: pressure,
    precipitation_mm: hour === 9 ? 1.5 : null,
  });
}

interface Hour {
  hour: string;
  airTemperature: { mean: number | null };
}

const hoursOf = (nodes: Hour[]) =>
  nodes.map(({ hour, airTemperature }) => [Number(hour.slice(11, 13)), airTemperature.mean]);

const hours = async (args: string) => {
  const answer = await api.ask(
    `{ city(id: "${idOf('newYork')}") { hourlySummaries${args} { nodes { hour airTemperature { mean } } } } }`,
  );
  return hoursOf(
    (dataOf(answer) as { city: { hourlySummaries: { nodes: Hour[] } } }).city.hourlySummaries.nodes,
  );
};

const DAY = 'range: { from: "2026-05-20T00:00:00Z", to: "2026-05-20T10:00:00Z" }';
const OBSERVED = [
  [0, 0],
  [1, 1],
  [2, 2],
  [5, 5],
  [9, 9],
];

test('hours without observations are not there unless they are filled', async () => {
  expect(await hours('')).toEqual(OBSERVED);
  expect(await hours('(fill: LINEAR)')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [n, n]));
  expect(await hours('(fill: PREVIOUS, maxGapHours: 2)')).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 2],
    [5, 5],
    [9, 9],
  ]);
});

test('a filled hour says so, and has no source and no precipitation', async () => {
  const answer = await api.ask(`{
    city(id: "${idOf('newYork')}") {
      hourlySummaries(fill: MEAN, last: 2) {
        nodes { hour sampleCount source { name } airTemperature { min mean max } precipitation { total kind } quality { kind fillMethod gapHours } }
      }
    }
  }`);
  const none = { min: null, max: null };
  expect(dataOf(answer)).toEqual({
    city: {
      hourlySummaries: {
        nodes: [
          {
            hour: '2026-05-20T08:00:00Z',
            sampleCount: 0,
            source: null,
            airTemperature: { ...none, mean: 7 },
            precipitation: { total: null, kind: null },
            quality: { kind: 'FILLED', fillMethod: 'MEAN', gapHours: 3 },
          },
          {
            hour: '2026-05-20T09:00:00Z',
            sampleCount: 1,
            source: { name: 'Built-in simulator' },
            airTemperature: { ...none, mean: 9 },
            precipitation: { total: 1.5, kind: 'OBSERVED' },
            quality: { kind: 'OBSERVED', fillMethod: 'NONE', gapHours: 0 },
          },
        ],
      },
    },
  });
});

test.each(['ASC', 'DESC'])('filled hours are paged like any others, %s', async (direction) => {
  const page = async (args: string) => {
    const answer = await api.ask(
      `{ city(id: "${idOf('newYork')}") { hourlySummaries(fill: LINEAR, direction: ${direction}, ${args}) { nodes { hour airTemperature { mean } } pageInfo { hasNextPage startCursor endCursor } } } }`,
    );
    return (
      dataOf(answer) as unknown as {
        city: {
          hourlySummaries: {
            nodes: Hour[];
            pageInfo: { hasNextPage: boolean; startCursor: string; endCursor: string };
          };
        };
      }
    ).city.hourlySummaries;
  };
  const all = hoursOf((await page('first: 500')).nodes);
  const first = await page('first: 4');
  const second = await page(`first: 4, after: "${first.pageInfo.endCursor}"`);
  const third = await page(`first: 4, after: "${second.pageInfo.endCursor}"`);
  expect([first, second, third].flatMap(({ nodes }) => hoursOf(nodes))).toEqual(all);
  expect(third.pageInfo.hasNextPage).toBe(false);
  const back = await page(`last: 4, before: "${third.pageInfo.startCursor}"`);
  expect(hoursOf(back.nodes)).toEqual(hoursOf(second.nodes));
});

const averages = async (args: string, fields = 'hour airTemperature observedHours filledHours coverage') => {
  const answer = await api.ask(
    `{ city(id: "${idOf('newYork')}") { movingAverages${args} { nodes { ${fields} } } } }`,
  );
  return (dataOf(answer) as { city: { movingAverages: { nodes: Record<string, unknown>[] } } }).city
    .movingAverages.nodes;
};

test('averages over any window are computed on request', async () => {
  const nodes = await averages('(windowHours: 3)');
  expect(
    nodes.map(({ hour, airTemperature, observedHours }) => [
      String(hour).slice(11, 13),
      airTemperature,
      observedHours,
    ]),
  ).toEqual([
    ['00', 0, 1],
    ['01', 0.5, 2],
    ['02', 1, 3],
    ['05', 5, 1],
    ['09', 9, 1],
  ]);
});

test('ROWS averages the calendar, filled as asked, and says on how much it rests', async () => {
  const filled = await averages(`(${DAY}, windowHours: 3, frame: ROWS, fill: LINEAR)`);
  expect(filled).toHaveLength(10);
  expect(filled[4]).toEqual({
    hour: '2026-05-20T04:00:00Z',
    airTemperature: 3,
    observedHours: 1,
    filledHours: 2,
    coverage: 0.3333,
  });
  const unfilled = await averages('(windowHours: 3, frame: ROWS, minCoverage: 0.5)');
  expect(unfilled.map(({ observedHours }) => observedHours)).toEqual([2, 3, 2]);
});

describe('of many cities', () => {
  const page = async (args: string) => {
    const filter = `filter: { cityIds: ["${idOf('chicago')}", "${idOf('newYork')}"], windowHours: 2, frame: ROWS, fill: LINEAR, ${DAY} }`;
    const answer = await api.ask(
      `{ movingAverages(${filter}${args}) { nodes { city { name } hour airTemperature } pageInfo { hasNextPage endCursor } } }`,
    );
    return (
      dataOf(answer) as unknown as {
        movingAverages: {
          nodes: { city: { name: string }; airTemperature: number }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }
    ).movingAverages;
  };

  test('pages go from one city to the next', async () => {
    const all = (await page('')).nodes;
    expect(all.map(({ airTemperature }) => airTemperature)).toEqual(
      [100, 0].flatMap((base) =>
        [0, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5].map((value) => base + value),
      ),
    );
    const first = await page(', first: 12');
    const second = await page(`, first: 12, after: "${first.pageInfo.endCursor}"`);
    expect([...first.nodes, ...second.nodes]).toEqual(all);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test('one statement computes them under a list of cities', async () => {
    const before = api.statements.length;
    await api.askAs(
      undefined,
      '{ cities { nodes { movingAverages(windowHours: 3) { nodes { hour } } hourlySummaries(fill: LINEAR) { nodes { hour } } } } }',
    );
    // Cities, newest instants, averages, hours.
    expect(api.statements.length - before).toBe(4);
  });
});

test.each([
  ['movingAverages(windowHours: 1) { nodes { hour } }', 'windowHours'],
  ['movingAverages(windowHours: 721) { nodes { hour } }', 'windowHours'],
  ['movingAverages(fill: LINEAR) { nodes { hour } }', 'fill'],
  ['movingAverages(frame: ROWS, maxGapHours: 169) { nodes { hour } }', 'maxGapHours'],
  ['hourlySummaries(maxGapHours: -1) { nodes { hour } }', 'maxGapHours'],
])('refuses %s', async (field, argument) => {
  const error = errorOf(await api.ask(`{ city(id: "1") { ${field} } }`));
  expect(error).toMatchObject({ code: 'BAD_USER_INPUT', argument });
});
