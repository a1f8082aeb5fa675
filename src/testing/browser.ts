import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';

/** Root has no sandbox to offer. */
const ARGS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * A headless Chromium from an npm package: nothing is downloaded, nothing need be installed. Without the package's own
 * switches, which put all pages into one process and switch off what the web's security rests on.
 */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ARGS,
    headless: true,
    // A bare machine's C locale becomes a language that no library can read.
    env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' },
  });
}

/** What a page did that it should not have. */
export interface Watch {
  /** Errors and warnings on the console, and exceptions that nobody caught. */
  complaints: string[];
  /** Requests to any other origin. */
  strangers: string[];
}

/** Listens to a page from now on. */
export function watch(page: Page, origin: string): Watch {
  const seen: Watch = { complaints: [], strangers: [] };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:'))
      seen.strangers.push(url);
  });
  return seen;
}
