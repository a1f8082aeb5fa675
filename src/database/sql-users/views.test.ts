import { readFile } from 'node:fs/promises';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SOURCE_DESCRIPTIONS } from '../../domain/source.js';
import { degreeDays } from '../../domain/summary.js';
import { windFromDirection } from '../../domain/wind.js';
import { addCities, observe, testWarehouse, transform } from '../../transform/testkit.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ pool, close } = await testWarehouse());
  await addCities(pool, 'Asia/Kathmandu', 'America/New_York');
  for (let hour = 0; hour < 18; hour += 1) {
    // 18:15 UTC is midnight in Kathmandu.
    const at = new Date(Date.UTC(2026, 4, 1, 18 + hour, 30));
    await observe(
      pool,
      { at, air_temperature_c: 10 + hour, wind_speed_ms: 3, wind_from_direction_deg: 350, rain_1h_mm: 0.5 },
      { at, city: 2, source: 'OPEN_METEO', kind: 'ARCHIVE', air_temperature_c: 20.5 },
    );
  }
  await transform(pool);
  await pool.query(
    `INSERT INTO latest_observations SELECT city_id, source, max(observed_at) FROM observations GROUP BY city_id, source`,
  );
});
afterAll(() => close());

async function rows(statement: string): Promise<Record<string, unknown>[]> {
  return (await pool.query<Record<string, unknown>>(statement)).rows;
}

test('a day shows its coverage, the wind’s direction and degree days as the API does', async () => {
  const [day] = await rows(`SELECT *, local_date::text AS date FROM analysis.daily_summaries
                             WHERE city_id = 1 ORDER BY observed_hours DESC LIMIT 1`);
  // The hour 18:00 UTC starts at 23:45 of the day before.
  expect(day).toMatchObject({ city: 'Place', date: '2026-05-02', observed_hours: 17, expected_hours: 24 });
  expect(day).toMatchObject({ coverage: 17 / 24, is_complete: false, sources: ['OPENWEATHERMAP'] });
  const { wind_eastward_mean_ms: u, wind_northward_mean_ms: v, air_temperature_mean_c: mean } = day ?? {};
  expect(day?.wind_from_direction_deg).toBeCloseTo(windFromDirection(Number(u), Number(v)) ?? NaN, 1);
  expect(day?.wind_from_direction_deg).toBeCloseTo(350, 6);
  const { heating, cooling } = degreeDays(Number(mean));
  expect(day?.heating_degree_days_k_d).toBeCloseTo(heating, 3);
  expect(day?.cooling_degree_days_k_d).toBeCloseTo(cooling, 3);
});

test('what is unknown stays null', async () => {
  const [hour] = await rows(`SELECT * FROM analysis.hourly_summaries WHERE city_id = 2 LIMIT 1`);
  expect(hour).toMatchObject({ wind_from_direction_deg: null, precipitation_mm: null, is_reanalysis: true });
});

test('local columns show the city’s own clock', async () => {
  expect(
    await rows(
      `SELECT city_id, observed_at_local::text AS local FROM analysis.latest_observations ORDER BY city_id`,
    ),
  ).toEqual([
    { city_id: 1, local: '2026-05-02 17:15:00' },
    { city_id: 2, local: '2026-05-02 07:30:00' },
  ]);
});

test('a moving average says how much of its window was observed', async () => {
  const [last] = await rows(`SELECT * FROM analysis.moving_averages
                              WHERE city_id = 1 AND window_hours = 24 ORDER BY hour DESC LIMIT 1`);
  expect(last).toMatchObject({ observed_hours: 18, coverage: 0.75, air_temperature_c: 18.5 });
});

test('sources come with the terms that the API states', async () => {
  const expected = Object.entries(SOURCE_DESCRIPTIONS).map(([source, terms]) => ({ source, ...terms }));
  expect(await rows('SELECT source, name, licence, attribution FROM analysis.sources')).toEqual(expected);
});

const guide = await readFile('docs/data-model.md', 'utf8');
test('the guide’s measure of forecasts gives bias and mean absolute error by days ahead', async () => {
  // Observed at 21:00, 00:00 and 03:00 UTC: 13, 16 and 19 °C.
  await pool.query(
    `INSERT INTO forecasts (city_id, source, issued_at, valid_at, payload_id, air_temperature_c) VALUES
       (1, 'OPENWEATHERMAP', '2026-04-30T21:00Z', '2026-05-01T21:00Z', 1, 14),
       (1, 'OPENWEATHERMAP', '2026-05-01T00:00Z', '2026-05-02T00:00Z', 1, 13),
       (1, 'OPENWEATHERMAP', '2026-04-29T03:00Z', '2026-05-02T03:00Z', 1, 19.5),
       (1, 'OPENWEATHERMAP', '2026-05-02T03:00Z', '2026-05-04T03:00Z', 1, 40)`,
  );
  const example = [...guide.matchAll(/```sql\n([\s\S]*?)```/g)].find(([, query]) =>
    query?.includes('bias_k'),
  );
  const query = (example?.[1] ?? '')
    .replace('5128581', '1')
    .replace(`now() - interval '30 days'`, `'2026-01-01'`)
    .replace('FROM forecasts', 'FROM analysis.forecasts')
    .replace('JOIN hourly', 'JOIN analysis.hourly');
  expect(await rows(query)).toEqual([
    { days_ahead: 1, compared: '2', bias_k: '-1.00', mean_absolute_error_k: '2.00' },
    { days_ahead: 3, compared: '1', bias_k: '0.50', mean_absolute_error_k: '0.50' },
  ]);
});

test.each([...guide.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, query = '']) => query))(
  'the guide’s example runs: %.60s',
  async (query) => {
    const client = await pool.connect();
    await client.query('SET search_path = analysis');
    await client.query(query);
    client.release(true);
  },
);
