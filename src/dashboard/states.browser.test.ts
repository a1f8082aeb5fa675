import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DESK,
  PHONE,
  send,
  settled,
  shot,
  startStage,
  violationsOn,
  withCities,
  type Stage,
} from './testkit.js';

const PATIENCE = 180_000;
const READER = 'a-key-for-reading-0123456789';

let stage: Stage;
beforeAll(async () => {
  // Asked for every minute, the simulator moves on every minute.
  stage = await startStage({ READ_KEYS: READER, FETCH_INTERVAL_MINUTES: '1' });
}, 2 * PATIENCE);
afterAll(() => stage.stop(), PATIENCE);

describe('where reading needs a key', () => {
  test('the page asks for it once, and shows everything with it', { timeout: PATIENCE }, () =>
    stage.withPage(DESK, async (page) => {
      await page.goto(stage.demo.url);
      await page.waitForSelector('.key-wanted:has-text("READ_KEYS")');
      expect(await page.locator('.key-form').count()).toBe(1);
      await shot(page, 'state-needs-key');
      expect(await violationsOn(page)).toEqual([]);
      await page.getByLabel('Key').fill(READER);
      await page.click('text=Use this key');
      await page.waitForSelector('.now-card:has-text("New York City")');
      expect(await page.locator('.note-bad, .key-wanted').count()).toBe(0);
    }),
  );

  test('who may only read is told that alerts are for administrators', { timeout: PATIENCE }, () =>
    stage.withPage(DESK, async (page) => {
      await page.goto(`${stage.demo.url}/?view=pipeline`);
      await page.getByLabel('Key').first().fill(READER);
      await page.click('text=Use this key');
      await page.waitForSelector('.note-bad:has-text("administrator")');
      await page.waitForSelector('.headline');
    }),
  );
});

test('where forecasts are not kept, the chart offers none', { timeout: PATIENCE }, () =>
  stage.withPage(DESK, async (page) => {
    await page.goto(stage.demo.url);
    await page.getByLabel('Key').fill(READER);
    await page.click('text=Use this key');
    await page.waitForSelector('.sentences');
    expect(await page.locator('.pill-average24').count()).toBe(1);
    expect(await page.locator('.pill-forecast').count()).toBe(0);
    expect(await page.textContent('.chart-panel')).not.toMatch(/forecast/i);
  }),
);

test('a new observation appears by itself, without a reload', { timeout: PATIENCE }, () =>
  stage.withPage(DESK, async (page) => {
    await page.goto(stage.demo.url);
    await page.getByLabel('Key').fill(READER);
    await page.click('text=Use this key');
    await page.waitForSelector('.live-mark:has-text("Live")');
    const observed = () => page.textContent('.now-card .provenance');
    const before = await observed();
    await page.waitForSelector('.arrived', { timeout: PATIENCE - 20_000 });
    expect(await observed()).not.toBe(before);
    expect(await page.textContent('.live-mark')).toContain('a new observation arrived');
  }),
);

describe('what is followed', () => {
  test('is shown on a map of the world when one city is elsewhere', { timeout: PATIENCE }, () =>
    withCities(stage, ['3413829'], [], () =>
      stage.withPage(PHONE, async (page) => {
        await page.goto(`${stage.demo.url}/?view=map`);
        await page.getByLabel('Key').fill(READER);
        await page.click('text=Use this key');
        await settled(page);
        await page.waitForSelector('.map svg[viewBox="0 0 960 470"]');
        expect(await page.locator('.map circle').count()).toBe(51);
        await shot(page, 'map-world-phone');
        expect(await violationsOn(page)).toEqual([]);
      }),
    ),
  );

  test('is nothing at first: each view says so, and what to do', { timeout: PATIENCE }, async () => {
    const { cities } = await send<{ cities: { nodes: { id: string }[] } }>(
      stage,
      '{ cities(filter: { tracked: true }, first: 500) { nodes { id } } }',
    );
    await withCities(
      stage,
      [],
      cities.nodes.map(({ id }) => id),
      () =>
        stage.withPage(DESK, async (page) => {
          await page.goto(stage.demo.url);
          await page.getByLabel('Key').fill(READER);
          await page.click('text=Use this key');
          await page.waitForSelector('.note-empty:has-text("No city is followed yet")');
          await shot(page, 'state-empty');
          expect(await violationsOn(page)).toEqual([]);
          await page.click('nav >> text=Map');
          await page.waitForSelector('.map-panel .note-empty:has-text("No city is followed yet")');
          await page.click('nav >> text=Pipeline');
          await page.waitForSelector('.note-empty:has-text("No city is followed. Follow one")');
        }),
    );
  });
});
