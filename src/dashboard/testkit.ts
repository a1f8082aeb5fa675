import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchBrowser, watch } from '../testing/browser.js';
import { startDemo, type Demo } from '../testing/demo.js';

const SHOTS = 'test-output/screenshots';

export type Look = NonNullable<Parameters<Browser['newPage']>[0]>;
export const DESK: Look = { viewport: { width: 1280, height: 900 } };
export const PHONE: Look = { viewport: { width: 390, height: 844 } };

/** What everybody may open. */
export const VIEWS = [
  { name: 'weather', path: '/' },
  { name: 'compare', path: '/?city=5128581.4887398.5368361&range=30d' },
  { name: 'map', path: '/?view=map' },
  { name: 'pipeline', path: '/?view=pipeline' },
];
export const LOOKS: { look: string; options: Look }[] = [
  { look: 'light', options: { ...DESK, colorScheme: 'light' } },
  { look: 'dark', options: { ...DESK, colorScheme: 'dark' } },
  { look: 'phone', options: { ...PHONE, colorScheme: 'light' } },
];

/** The real program with a newly built dashboard, and a browser in front of it. */
export interface Stage {
  demo: Demo;
  /** Gives a page of its own to something. */
  withPage(look: Look, act: (page: Page) => Promise<void>): Promise<void>;
  /** Opens a view, does something on it, and expects that it stayed quiet and asked nobody else. */
  onPage(path: string, look: Look, act: (page: Page) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** @param settings of the program beyond those of every demo of the tests */
export async function startStage(settings: Readonly<Record<string, string>> = {}): Promise<Stage> {
  await mkdir(SHOTS, { recursive: true });
  await promisify(execFile)('npm', ['run', '--silent', 'build:dashboard'], {
    shell: process.platform === 'win32',
  });
  const [demo, browser] = await Promise.all([startDemo(undefined, settings), launchBrowser()]);
  const withPage: Stage['withPage'] = async (look, act) => {
    const page = await browser.newPage(look);
    page.setDefaultTimeout(60_000);
    try {
      await act(page);
    } finally {
      await page.close();
    }
  };
  return {
    demo,
    withPage,
    onPage: (path, look, act) =>
      withPage(look, async (page) => {
        const seen = watch(page, demo.url);
        await page.goto(demo.url + path);
        await act(page);
        expect(seen).toEqual({ complaints: [], strangers: [] });
      }),
    stop: async () => {
      await browser.close();
      await demo.stop();
    },
  };
}

/** Waits until nothing on the page is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('.panel');
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
}

/** Milliseconds from the click to the first text or picture. */
export const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity);

/** Keeps a picture of the whole page among the test's output. */
export const shot = (page: Page, name: string) =>
  page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });

/** What axe finds, by rule. It comes in by the debugger's door: the page itself lets no script in. */
export function violationsOn(page: Page): Promise<string[]> {
  return page.evaluate(`${axe.source}; axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`);
}

/** Asks the program as its administrator. */
export async function send<T>({ demo }: Stage, query: string, variables: object = {}): Promise<T> {
  const response = await fetch(`${demo.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${demo.adminKey}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
  expect(errors).toBeUndefined();
  if (!data) throw new Error('The answer was empty');
  return data;
}

const TRACK = 'mutation ($ids: [ID!]!) { trackCities(input: { cityIds: $ids }) { userErrors { message } } }';
const UNTRACK =
  'mutation ($ids: [ID!]!) { untrackCities(input: { cityIds: $ids }) { userErrors { message } } }';

/** Does something while more or fewer cities are followed than before and after. */
export async function withCities(
  stage: Stage,
  more: readonly string[],
  fewer: readonly string[],
  act: () => Promise<void>,
): Promise<void> {
  const set = async (mutation: string, ids: readonly string[]): Promise<void> => {
    if (ids.length > 0) await send(stage, mutation, { ids });
  };
  await set(TRACK, more);
  await set(UNTRACK, fewer);
  try {
    await act();
  } finally {
    await set(UNTRACK, more);
    await set(TRACK, fewer);
  }
}

/** Empties some values of an answer's first series. */
export function withoutHours(series: unknown, from: number, to: number): void {
  const values = (series as { columns: { values: (number | null)[] }[] }[] | undefined)?.[0]?.columns[0]
    ?.values;
  values?.fill(null, from, to);
}
