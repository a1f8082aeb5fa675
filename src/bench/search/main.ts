/**
 * What a search of the world's cities costs: `npm run bench:search`, about a minute. Names as people type them, whole and
 * begun, with and without accents, misspelt, in other scripts and of nothing at all, are looked for one after the other in
 * the whole catalogue, on an embedded PostgreSQL of its own. Prints a table for docs/performance.md.
 */
import type pg from 'pg';
import { importCatalogue } from '../../catalogue/import.js';
import { searchCities } from '../../catalogue/search.js';
import { JOB_LIMITS, openPool } from '../../database/pool.js';
import { createLogger } from '../../logger.js';
import { quantile } from '../attacks/send.js';
import { describeMachine, loadAverage } from '../machine.js';
import { processorClock } from '../processor.js';
import { onScratchDatabase } from '../scratch.js';

const ROUNDS = 100;
const PAGE = 10;
const SEARCHES: Readonly<Record<string, readonly string[]>> = {
  'a whole name': ['new york', 'springfield', 'munich', 'auckland'],
  'accents, or none': ['são paulo', 'sao paulo', 'zürich', 'reykjavik'],
  'a beginning': ['new', 'san', 'spring', 'los ang'],
  'one or two letters': ['n', 's', 'ne', 'sa'],
  'another script': ['東京', 'москва', 'القاهرة', 'αθήνα'],
  misspelt: ['new yrok', 'chicgo', 'munchen', 'philadelfia'],
  'misspelt more': ['los angelos', 'johanesburg', 'minneapolice', 'cincinatti'],
  'nothing there is': ['zzzzqqqq', 'xyzzyplugh', "'; drop table cities; --", 'qwertyuiopasdf'],
};

const logger = createLogger('warn');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const ms = (value: number): string => value.toFixed(1);

/** Milliseconds that each search took, the statement and its answer. */
async function timesOf(pool: pg.Pool, text: string, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await searchCities(pool, { text, limit: PAGE });
    times.push(performance.now() - begun);
  }
  return times;
}

async function measure(pool: pg.Pool, processorSeconds: (pid: number) => Promise<number>): Promise<void> {
  say('| what is looked for | median, ms | 99 %, ms | slowest text, ms | processor, ms each |');
  say('| --- | --- | --- | --- | --- |');
  for (const [kind, texts] of Object.entries(SEARCHES)) {
    // What PostgreSQL and the processor learn at first is no measure.
    for (const text of texts) await timesOf(pool, text, 5);
    const before = await processorSeconds(process.pid);
    const byText: { text: string; times: number[] }[] = [];
    for (const text of texts) byText.push({ text, times: await timesOf(pool, text, ROUNDS) });
    const each = (1_000 * ((await processorSeconds(process.pid)) - before)) / (ROUNDS * texts.length);
    const all = byText.flatMap(({ times }) => times);
    const medians = byText.map(({ text, times }) => ({ text, median: quantile(times, 0.5) }));
    const slowest = medians.reduce((one, other) => (one.median < other.median ? other : one));
    const figures = [
      ms(quantile(all, 0.5)),
      ms(quantile(all, 0.99)),
      `${slowest.text}: ${ms(slowest.median)}`,
    ];
    say(`| ${[kind, ...figures, ms(each)].join(' | ')} |`);
  }
}

await onScratchDatabase(logger, async ({ connectionString }) => {
  const pool = openPool(connectionString, { ...JOB_LIMITS, max: 1 }, logger);
  try {
    const { changed } = await importCatalogue(pool, logger);
    await pool.query('VACUUM ANALYZE cities');
    const machine = await describeMachine(connectionString, { server: null, load: null });
    say(`${new Date().toISOString().slice(0, 10)}, ${machine}; load ${loadAverage()}; ${changed} cities\n`);
    await measure(pool, await processorClock(connectionString));
  } finally {
    await pool.end();
  }
});
