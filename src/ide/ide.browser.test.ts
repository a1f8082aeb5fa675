import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, watch, type Watch } from '../testing/browser.js';
import { startDemo, type Demo } from '../testing/demo.js';

const SHOTS = 'test-output/screenshots';
const PATIENCE = 180_000;
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let demo: Demo;
let browser: Browser;
beforeAll(async () => {
  await mkdir(SHOTS, { recursive: true });
  await promisify(execFile)('npm', ['run', '--silent', 'build:ide'], { shell: process.platform === 'win32' });
  [demo, browser] = await Promise.all([startDemo(undefined, { FORECASTS: 'on' }), launchBrowser()]);
  await untilForecast(demo.url);
}, 2 * PATIENCE);
afterAll(async () => {
  await browser.close();
  await demo.stop();
}, PATIENCE);

/** Waits until the city of the examples has its first forecast: a job of its own, after the history. */
async function untilForecast(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ city(id: "5128581") { forecast { issuedAt } } }' }),
    });
    const { data } = (await response.json()) as { data?: { city: { forecast: object | null } | null } };
    if (data?.city?.forecast) return;
    await sleep(500);
  }
}

type Look = NonNullable<Parameters<Browser['newPage']>[0]>;
const DESK: Look = { viewport: { width: 1280, height: 900 } };
const PHONE: Look = { viewport: { width: 390, height: 844 } };

/** Opens the IDE, does something in it, and expects that it stayed quiet and at home. */
async function inIde(act: (page: Page) => Promise<void>, look: Look = DESK): Promise<void> {
  const page = await browser.newPage(look);
  page.setDefaultTimeout(60_000);
  const seen: Watch = watch(page, demo.url);
  try {
    const answer = await page.goto(`${demo.url}/graphql`);
    expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'; style-src 'self'");
    await settled(page);
    await act(page);
    expect(seen).toEqual({ complaints: [], strangers: [] });
  } finally {
    await page.close();
  }
}

/** Waits for the editor and for the schema, without which the documentation has no types. */
async function settled(page: Page): Promise<void> {
  await page.waitForSelector('.graphiql-query-editor .view-line');
  await page.waitForSelector('[aria-label^="Re-fetch"]:not([disabled])');
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name }).getByRole('button').first();
const shot = (page: Page, name: string) => page.screenshot({ path: `${SHOTS}/${name}.png` });
const isAnswer = (response: Response): boolean =>
  response.url().endsWith('/graphql') && response.request().method() === 'POST';

/** Goes to a tab and runs what is there. @returns what the API answered */
async function run(page: Page, name: string): Promise<unknown> {
  await tab(page, name).click();
  const answered = page.waitForResponse(isAnswer);
  await page.getByRole('button', { name: /Execute query/ }).click();
  const answer: unknown = await (await answered).json();
  await page.waitForSelector('.result-window .view-line:has-text("data")');
  return answer;
}

/** Types headers as a person does. */
async function typeKey(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Headers', exact: true }).click();
  await page
    .locator('section[aria-label="Headers"] .view-lines, .graphiql-editor:not(.hidden)')
    .last()
    .click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(JSON.stringify({ authorization: `Bearer ${demo.adminKey}` }));
}

/** Every number and word of an answer. */
function leaves(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.values(value).flatMap(leaves);
}

describe('each example works as it stands', () => {
  test.each(['LatestWeather', 'MonthOfDays', 'TrendAndRaw', 'Ranking', 'Anomaly', 'Records', 'Forecast'])(
    '%s shows data',
    { timeout: PATIENCE },
    (name) =>
      inIde(async (page) => {
        const answer = (await run(page, name)) as { data: unknown; errors?: unknown };
        expect(answer.errors).toBeUndefined();
        expect(leaves(answer.data).filter((value) => typeof value === 'number').length).toBeGreaterThan(9);
      }),
  );

  test(
    'RefreshWeather asks for the key, works with it, and leaves no trace of it',
    { timeout: PATIENCE },
    () =>
      inIde(async (page) => {
        await tab(page, 'RefreshWeather').click();
        await typeKey(page);
        const answer = await run(page, 'RefreshWeather');
        expect(answer).toMatchObject({
          data: { refreshWeather: { run: { job: 'REFRESH' }, userErrors: [] } },
        });
        // Into the history, too; and longer than GraphiQL waits before it writes.
        await page.getByRole('button', { name: 'Show History' }).click();
        await page.waitForTimeout(1500);
        const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
        expect(kept).toContain('refreshWeather');
        expect(kept).not.toContain(demo.adminKey);
      }),
  );

  test('LiveWeather waits for observations, until it is stopped', { timeout: PATIENCE }, () =>
    inIde(async (page) => {
      await tab(page, 'LiveWeather').click();
      const opened = page.waitForResponse((response) => response.url().endsWith('/graphql/stream'));
      await page.getByRole('button', { name: /Execute query/ }).click();
      expect((await opened).headers()['content-type']).toContain('text/event-stream');
      const left = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/graphql/stream'));
      await page.getByRole('button', { name: /Stop query/ }).click();
      await left;
    }),
  );
});

describe('around the editors', () => {
  test('documentation, history, explorer and examples open from the side', { timeout: PATIENCE }, () =>
    inIde(async (page) => {
      await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
      await page.waitForSelector('.graphiql-doc-explorer:has-text("Subscription")');
      await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
      await page.waitForSelector('.graphiql-explorer-root, .doc-explorer-contents');
      await page.getByRole('button', { name: 'Show Examples' }).click();
      await page.getByRole('region', { name: 'Examples' }).getByRole('button', { name: 'Ranking' }).click();
      await page.waitForFunction(() => document.querySelectorAll('[role=tab]').length === 10);
    }),
  );

  test('the keyboard alone runs a query, and the dashboard is one link away', { timeout: PATIENCE }, () =>
    inIde(async (page) => {
      expect(await page.title()).toBe('GraphQL · Weather warehouse');
      await page
        .locator('.graphiql-query-editor textarea, .graphiql-query-editor .native-edit-context')
        .first()
        .focus();
      const answered = page.waitForResponse(isAnswer);
      await page.keyboard.press('ControlOrMeta+Enter');
      await answered;
      await page.waitForSelector('.result-window .view-line:has-text("data")');
      expect(await page.getByRole('link', { name: 'Dashboard' }).getAttribute('href')).toBe('/');
    }),
  );

  test.each(['light', 'dark'] as const)('is accessible when it is %s', { timeout: PATIENCE }, (colorScheme) =>
    inIde(
      async (page) => {
        await run(page, 'MonthOfDays');
        await page.getByRole('button', { name: 'Show Examples' }).click();
        await shot(page, `ide-${colorScheme}`);
        expect(await violations(page)).toEqual([]);
      },
      { ...DESK, colorScheme },
    ),
  );

  test('fits a phone: question above, answer below, nothing beside the screen', { timeout: PATIENCE }, () =>
    inIde(async (page) => {
      await run(page, 'LatestWeather');
      await shot(page, 'ide-phone');
      const question = await boxOf(page, '.graphiql-query-editor');
      const answer = await boxOf(page, '.result-window');
      expect(answer.y).toBeGreaterThanOrEqual(question.y + 100);
      expect(answer.height).toBeGreaterThan(150);
      for (const { x, width } of [question, answer]) {
        expect(width).toBeGreaterThan(220);
        expect(x + width).toBeLessThanOrEqual(391);
      }
    }, PHONE),
  );
});

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`Nothing of ${selector} is seen`);
  return box;
}

/** GraphiQL's own: a tab of its tab list holds two buttons, to go there and to close it. */
const NOT_OURS = 'nested-interactive: .graphiql-tab';

/** What axe-core finds: each rule with the elements that break it. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: core } = globalThis as unknown as { axe: typeof import('axe-core') };
    return (await core.run()).violations;
  });
  return found
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    .filter((text) => !text.startsWith(NOT_OURS));
}
