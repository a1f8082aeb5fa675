import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, settled, shot, startStage, violationsOn, type Stage } from './testkit.js';

const PATIENCE = 180_000;

/** What the test adds to of an answer. */
interface Forecasts {
  forecast?: { points: { validAt: string }[] } | null;
  forecastAhead: { validAt: string; value: number }[];
}

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ FORECASTS: 'on' });
}, 2 * PATIENCE);
afterAll(() => stage.stop(), PATIENCE);

test.each(LOOKS)(
  'what is forecast is drawn, told and listed beyond now, what had been forecast beside what came: $look',
  { timeout: PATIENCE },
  ({ look, options }) =>
    stage.onPage('/?city=5128581&range=24h', options, async (page) => {
      // The program is minutes old: of what it was told a day before, nothing has come yet.
      await page.route('**/graphql', async (route) => {
        const response = await route.fetch();
        const json = (await response.json()) as { data: { city?: Forecasts | null } };
        const begin = Date.parse(json.data.city?.forecast?.points[0]?.validAt ?? '');
        if (begin)
          json.data.city?.forecastAhead.push(
            ...[6, 5, 4, 2, 1].map((steps) => ({
              ...{ validAt: new Date(begin - steps * 3 * 3_600_000).toISOString(), value: 40 },
            })),
          );
        await route.fulfill({ response, json });
      });
      await page.reload();
      await settled(page);
      await page.getByLabel('Forecast', { exact: true }).waitFor();
      await page.waitForSelector('.sentences:has-text("Forecast until")');
      expect(await page.textContent('.sentences')).toMatch(
        /Forecast until .*, as .* said on .*: from −?\d.* °C .*off by \d+\.\d K on average, over [45] hours\./,
      );
      await shot(page, `forecast-${look}`);
      await page.click('text=Show the forecast as a table');
      const rows = await page.locator('[aria-label$=": forecast"] tbody tr').allTextContents();
      // Five of the past with their gap, and a day in steps of three hours.
      expect(rows.filter((row) => row.includes('40.0 °C'))).toHaveLength(5);
      expect(rows.length).toBeGreaterThanOrEqual(5 + 1 + 7);
      expect(await violationsOn(page)).toEqual([]);
      await page.locator('.chart-canvas').focus();
      await page.keyboard.press('End');
      await page.waitForSelector('.readout:has-text("forecast")');
      expect(await page.textContent('.readout-city strong')).toBe('–');
      await page.locator('.pill-forecast input').uncheck();
      await page.waitForSelector('.sentences:not(:has-text("Forecast until"))');
    }),
);
