import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, errorOf, testApi, type TestApi } from '../testing/api.js';
import { addPlaces, idOf, insert, PLACES, type PlaceName } from '../testing/fixtures.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'munich');
  await addHours('munich', '2026-03-28T22:00:00Z', 27);
  await addHour('newYork', '2026-03-29T00:00:00Z', { air_temperature_mean_c: 5 });
  await insert(api, 'daily_summaries', {
    city_id: PLACES.munich[0],
    local_date: '2026-03-29',
    ends_at: '2026-03-29T22:00:00Z',
    sample_count: 23,
    observed_hours: 23,
    expected_hours: 23,
    sources: '{DEMO}',
    air_temperature_mean_c: 12,
    precipitation_mm: 2.3,
    wind_gust_speed_max_ms: 20,
  });
});
afterAll(() => api.stop());

async function addHours(place: PlaceName, from: string, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    await addHour(place, new Date(Date.parse(from) + i * 3_600_000).toISOString(), {
      air_temperature_mean_c: i,
      precipitation_mm: 0.5,
      wind_gust_speed_max_ms: i,
      // From the west at first, from the east then.
      wind_eastward_mean_ms: i < 12 ? 3 : -1,
      wind_northward_mean_ms: 0,
    });
  }
}

const addHour = (place: PlaceName, hour: string, values: Record<string, unknown>) =>
  insert(api, 'hourly_summaries', {
    city_id: PLACES[place][0],
    hour,
    source: 'DEMO',
    kind: 'CURRENT',
    sample_count: 1,
    ...values,
  });

interface Average {
  hour: string;
  airTemperature: number | null;
}

interface Series {
  city: { name: string };
  time: string[];
  columns: { parameter: string; unit: string; values: (number | null)[] }[];
}

const series = async (args: string) => {
  const answer = await api.ask(
    `{ series(${args}) { city { name } time columns { parameter unit values } } }`,
  );
  return (dataOf(answer) as unknown as { series: Series[] }).series;
};

const BOTH = `cityIds: ["${idOf('munich')}", "99", "${idOf('newYork')}"]`;
const MUNICH = `cityIds: ["${idOf('munich')}"]`;

test('hours are parallel arrays over the calendar, in the order asked for', async () => {
  const range = 'range: { from: "2026-03-28T23:00:00Z", to: "2026-03-29T02:00:00Z" }';
  expect(await series(`${BOTH}, parameters: [WIND_FROM_DIRECTION, AIR_TEMPERATURE], ${range}`)).toEqual([
    {
      city: { name: 'München' },
      time: ['2026-03-28T23:00:00Z', '2026-03-29T00:00:00Z', '2026-03-29T01:00:00Z'],
      columns: [
        { parameter: 'WIND_FROM_DIRECTION', unit: '°', values: [270, 270, 270] },
        { parameter: 'AIR_TEMPERATURE', unit: '°C', values: [1, 2, 3] },
      ],
    },
    {
      city: { name: 'New York' },
      time: ['2026-03-28T23:00:00Z', '2026-03-29T00:00:00Z', '2026-03-29T01:00:00Z'],
      columns: [
        { parameter: 'WIND_FROM_DIRECTION', unit: '°', values: [null, null, null] },
        { parameter: 'AIR_TEMPERATURE', unit: '°C', values: [null, 5, null] },
      ],
    },
  ]);
});

test('gaps are filled as asked, and every column names its unit', async () => {
  await addHour('newYork', '2026-03-29T03:00:00Z', { air_temperature_mean_c: 8, precipitation_mm: 25.4 });
  const range = 'range: { from: "2026-03-29T00:00:00Z", to: "2026-03-29T05:00:00Z" }';
  const [filled] = await series(
    `cityIds: ["${idOf('newYork')}"], parameters: [AIR_TEMPERATURE, PRECIPITATION], ${range}, fill: LINEAR, units: IMPERIAL`,
  );
  expect(filled?.columns).toEqual([
    { parameter: 'AIR_TEMPERATURE', unit: '°F', values: [41, 42.8, 44.6, 46.4, null] },
    { parameter: 'PRECIPITATION', unit: 'in', values: [null, null, null, 1, null] },
  ]);
});

test.each(['NONE', 'LINEAR'])(
  'averages over hours are those of movingAverages, one an hour of the calendar; gaps filled by %s',
  async (fill) => {
    const range = 'range: { from: "2026-03-29T00:00:00Z", to: "2026-03-29T08:00:00Z" }';
    const shared = `${range}, fill: ${fill}, units: IMPERIAL`;
    for (const hours of [3, 24]) {
      const [averaged] = await series(
        `${MUNICH}, parameters: [WIND_SPEED, AIR_TEMPERATURE], averageHours: ${hours}, ${shared}`,
      );
      const answer = await api.ask(
        `{ city(id: "${idOf('munich')}") { movingAverages(windowHours: ${hours}, frame: ROWS, ${shared}) { nodes { hour airTemperature } } } }`,
      );
      const { nodes } = (dataOf(answer) as unknown as { city: { movingAverages: { nodes: Average[] } } }).city
        .movingAverages;
      expect(averaged?.time).toEqual(nodes.map(({ hour }) => hour));
      expect(averaged?.columns[1]).toEqual({
        parameter: 'AIR_TEMPERATURE',
        unit: '°F',
        values: nodes.map(({ airTemperature }) => airTemperature),
      });
      expect(averaged?.columns[0]?.values).toEqual(nodes.map(() => null));
    }
  },
);

test('an average over hours is their mean, as worked out by hand', async () => {
  const range = 'range: { from: "2026-03-28T22:00:00Z", to: "2026-03-29T01:00:00Z" }';
  const [averaged] = await series(`${MUNICH}, parameters: [AIR_TEMPERATURE], averageHours: 2, ${range}`);
  // The hours are 0, 1 and 2 °C; before them there is none.
  expect(averaged?.columns[0]?.values).toEqual([0, 0.5, 1.5]);
});

test('days are those of each city, as its daily summaries have them', async () => {
  const range = 'range: { from: "2026-03-28T00:00:00Z", to: "2026-03-31T00:00:00Z" }';
  const [munich, newYork] = await series(
    `${BOTH}, parameters: [AIR_TEMPERATURE, PRECIPITATION, WIND_GUST_SPEED], interval: DAY, ${range}`,
  );
  // Midnight in Munich, before and after the clocks go forward: 28 March began before the range.
  expect(munich?.time).toEqual(['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', '2026-03-30T22:00:00Z']);
  expect(munich?.columns.map(({ values }) => values)).toEqual([
    [12, null, null],
    [2.3, null, null],
    [20, null, null],
  ]);
  expect(newYork?.time).toEqual(['2026-03-28T04:00:00Z', '2026-03-29T04:00:00Z', '2026-03-30T04:00:00Z']);
});

test('weeks begin on Monday and months on the first, by the city’s clock, from their hours', async () => {
  const range = 'range: { from: "2026-03-01T00:00:00Z", to: "2026-04-10T00:00:00Z" }';
  const parameters = 'parameters: [AIR_TEMPERATURE, PRECIPITATION, WIND_GUST_SPEED, WIND_FROM_DIRECTION]';
  const [weeks] = await series(`${MUNICH}, ${parameters}, interval: WEEK, ${range}`);
  expect(weeks?.time.slice(-3)).toEqual([
    '2026-03-22T23:00:00Z',
    '2026-03-29T22:00:00Z',
    '2026-04-05T22:00:00Z',
  ]);
  // Hours 0 to 23 end the last week of March, which is an hour short; 24, 25 and 26 begin the next.
  expect(weeks?.columns.map(({ values }) => values.slice(-3))).toEqual([
    [11.5, 25, null],
    [12, 1.5, null],
    [23, 26, null],
    [270, 90, null],
  ]);
  const [months] = await series(`${MUNICH}, ${parameters}, interval: MONTH, ${range}`);
  // March began before the range in Munich.
  expect(months?.time).toEqual(['2026-03-31T22:00:00Z']);
  const [march] = await series(
    `${MUNICH}, ${parameters}, interval: MONTH, range: { from: "2026-02-28T23:00:00Z", to: "2026-03-02T00:00:00Z" }`,
  );
  expect(march?.time).toEqual(['2026-02-28T23:00:00Z']);
  expect(march?.columns.map(({ values }) => values)).toEqual([[13], [13.5], [26], [270]]);
});

test('cities that are unknown are passed over', async () => {
  expect(
    await series(
      'cityIds: ["99"], parameters: [RAIN], range: { from: "2026-03-28T00:00:00Z", to: "2026-03-29T00:00:00Z" }',
    ),
  ).toEqual([]);
});

test('any number of cities takes two statements', async () => {
  const before = api.statements.length;
  await api.askAs(
    undefined,
    `{ series(${BOTH}, parameters: [RAIN], range: { from: "2026-03-28T00:00:00Z", to: "2026-03-29T00:00:00Z" }) { time city { name } } }`,
  );
  expect(api.statements.length - before).toBe(2);
});

const RANGE = 'range: { from: "2026-03-28T00:00:00Z", to: "2026-03-29T00:00:00Z" }';

test.each([
  [`cityIds: [], parameters: [RAIN], ${RANGE}`, 'cityIds'],
  [`cityIds: ["x"], parameters: [RAIN], ${RANGE}`, 'cityIds.0'],
  [`cityIds: ["1"], parameters: [], ${RANGE}`, 'parameters'],
  [`cityIds: ["1"], parameters: [RAIN], interval: DAY, fill: LINEAR, ${RANGE}`, 'fill'],
  [`cityIds: ["1"], parameters: [RAIN], maxGapHours: 200, ${RANGE}`, 'maxGapHours'],
  [`cityIds: ["1"], parameters: [WIND_SPEED], averageHours: 1, ${RANGE}`, 'averageHours'],
  [`cityIds: ["1"], parameters: [WIND_SPEED], averageHours: 721, ${RANGE}`, 'averageHours'],
  [`cityIds: ["1"], parameters: [WIND_SPEED], averageHours: 24, interval: DAY, ${RANGE}`, 'averageHours'],
  [`cityIds: ["1"], parameters: [WIND_SPEED, RAIN], averageHours: 24, ${RANGE}`, 'parameters'],
  [
    'cityIds: ["1"], parameters: [RAIN], range: { from: "2025-01-01T00:00:00Z", to: "2026-03-29T00:00:00Z" }',
    'range.to',
  ],
])('refuses %s', async (args, argument) => {
  expect(errorOf(await api.ask(`{ series(${args}) { time } }`))).toMatchObject({
    code: 'BAD_USER_INPUT',
    argument,
  });
});

test('arrays count towards the cost', async () => {
  const cities = Array.from({ length: 20 }, (_, i) => `"${i + 1}"`).join(', ');
  const args = `cityIds: [${cities}], parameters: [RAIN], range: { from: "2025-06-01T00:00:00Z", to: "2026-05-29T00:00:00Z" }`;
  const answer = await api.ask(`{ series(${args}) { time } }`);
  expect(errorOf(answer)).toMatchObject({ code: 'COST_LIMITED' });
});
