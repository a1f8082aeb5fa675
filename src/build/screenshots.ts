import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../testing/browser.js';
import { startDemo } from '../testing/demo.js';

// The pictures of README and docs, of a fresh demo: npm run screenshots.

const FOLDER = 'docs/images';
/** JPEG: some 60 to 120 kB each. */
const QUALITY = 72;

interface Picture {
  name: string;
  path: string;
  look: NonNullable<Parameters<Browser['newPage']>[0]>;
  /** What must be there. */
  ready: string;
}

const DESK = { width: 1280, height: 900 };
const PICTURES: readonly Picture[] = [
  {
    ...{ name: 'compare-dark', path: '/?city=5128581.4887398.5368361&layers=average24', ready: '.u-over' },
    look: { viewport: { width: 1280, height: 1040 }, colorScheme: 'dark' },
  },
  {
    ...{ name: 'map', path: '/?view=map&measure=DEPARTURE', ready: '.map figcaption' },
    look: { viewport: DESK, colorScheme: 'light' },
  },
  {
    ...{ name: 'pipeline', path: '/?view=pipeline', ready: '.freshness-sum' },
    look: { viewport: DESK, colorScheme: 'light' },
  },
  {
    ...{ name: 'ide', path: '/graphql', ready: '.graphiql-query-editor .view-line' },
    look: { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  },
];

async function take(browser: Browser, url: string, { name, path, look, ready }: Picture): Promise<void> {
  const page = await browser.newPage({ ...look, reducedMotion: 'reduce' });
  await page.goto(url + path);
  await page.waitForSelector(ready);
  await page.waitForSelector('.skeleton', { state: 'detached' });
  if (path === '/graphql') await runFirstExample(page);
  await page.screenshot({ path: `${FOLDER}/${name}.jpg`, type: 'jpeg', quality: QUALITY });
  await page.close();
}

async function runFirstExample(page: Page): Promise<void> {
  await page.waitForSelector('[aria-label^="Re-fetch"]:not([disabled])');
  await page.getByRole('button', { name: /Execute query/ }).click();
  await page.waitForSelector('.result-window .view-line:has-text("data")');
}

await mkdir(FOLDER, { recursive: true });
const [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
try {
  for (const picture of PICTURES) await take(browser, demo.url, picture);
} finally {
  await browser.close();
  await demo.stop();
}
