import type { Config } from '../config/load.js';
import { SECOND } from '../domain/time.js';
import { switchedOff } from './switched-off.js';

export interface BannerFacts {
  url: string;
  database: string;
  /** Where the generated administrator's key lies; null when one is configured. */
  adminKeyFile: string | null;
  cities: number;
  /** What the jobs of this process do next; empty without jobs. */
  nextRuns?: readonly { job: string; at: Date }[];
  /** Days of history that were just asked for; 0 when it is there already. */
  historyDays?: number;
}

/** What a person wants to know when the program has started: what runs, where, on which data, what is off, what is next. */
export function banner(config: Config, facts: BannerFacts, now = new Date()): string {
  const lines: [string, string][] = [
    ...addresses(config, facts),
    ['Weather', weather(config)],
    ['Cities', cities(config, facts)],
    ...history(config, facts),
    ['Database', facts.database],
    ['Role', role(config)],
    ...next(facts, now),
    ['Admin key', facts.adminKeyFile ?? 'as configured (ADMIN_KEY)'],
    ['Reading', reading(config)],
    ...switchedOff(config).map((text, i): [string, string] => [i === 0 ? 'Off' : '', text]),
  ];
  const body = lines.map(([name, value]) => `  ${name.padEnd(10)} ${value}`).join('\n');
  return `\nweather-warehouse\n${body}\n${config.demo ? DEMO_NOTE : ''}\n`;
}

const DEMO_NOTE = `
  These values are SIMULATED. For real weather, stop and start again with
    OPENWEATHERMAP_API_KEY=<key of a free account> npm start
    WEATHER_SOURCE=open-meteo npm start      (no key; non-commercial use)
`;

function addresses({ ROLE, METRICS_HOST, METRICS_PORT }: Config, { url }: BannerFacts): [string, string][] {
  const pages: [string, string][] = [
    ['Dashboard', `${url}/`],
    ['GraphQL', `${url}/graphql`],
    ['Schema', `${url}/schema.graphql`],
  ];
  const metrics: [string, string][] =
    METRICS_PORT === undefined ? [] : [['Metrics', `http://${METRICS_HOST}:${METRICS_PORT}/metrics`]];
  return [...(ROLE === 'worker' ? [['Health', `${url}/readyz`] as [string, string]] : pages), ...metrics];
}

function cities({ FETCH_INTERVAL_MINUTES: minutes }: Config, { cities: count }: BannerFacts): string {
  if (count === 0)
    return 'none followed; follow some on the dashboard, or: npm run cli -- track <id or name>';
  const often = minutes === 1 ? 'every minute' : `every ${minutes} minutes`;
  return `${count} followed, each asked for ${often} unless told otherwise`;
}

/** The first fill takes some seconds: where to watch it. */
function history({ ROLE }: Config, { historyDays = 0, url }: BannerFacts): [string, string][] {
  if (historyDays === 0) return [];
  const where = ROLE === 'all' ? `; its progress: ${url}/?view=pipeline` : '';
  return [['First fill', `${historyDays} days of history are on their way${where}`]];
}

function weather(config: Config): string {
  if (config.demo)
    return `simulated (${config.WEATHER_SOURCE === 'demo' ? 'WEATHER_SOURCE=demo' : 'no key and no source are set'})`;
  if (config.source === 'OPEN_METEO') return 'Open-Meteo, live';
  const { CALLS_PER_MINUTE: minute, CALLS_PER_MONTH: month } = config;
  return `OpenWeatherMap, live; at most ${minute} calls a minute and ${month.toLocaleString('en')} a month`;
}

function role(config: Config): string {
  if (config.ROLE === 'api') return 'api: answers only, no jobs';
  if (config.ROLE === 'worker') return 'worker: jobs only; /graphql is off';
  return 'all: answers and jobs';
}

/** Jobs in the order of their next start: "fetch now, check in 12 min". */
function next({ nextRuns = [] }: BannerFacts, now: Date): [string, string][] {
  if (nextRuns.length === 0) return [];
  const inOrder = [...nextRuns].sort((a, b) => a.at.getTime() - b.at.getTime());
  const text = inOrder.map(({ job, at }) => `${job.toLowerCase()} ${soon(at.getTime() - now.getTime())}`);
  return [['Next', text.join(', ')]];
}

function soon(ms: number): string {
  const seconds = Math.round(ms / SECOND);
  if (seconds <= 0) return 'now';
  return seconds < 60 ? `in ${seconds} s` : `in ${Math.round(seconds / 60)} min`;
}

const reading = ({ readingNeedsKey }: Config): string =>
  readingNeedsKey
    ? 'needs a key (READ_KEYS, or one made by "keys create")'
    : 'open to everybody who reaches the port';
