/**
 * What hostile clients cost: `npm run bench:attacks`, about two minutes. Each attack of section F floods a server for a
 * second from a process of its own while another client pings it: one that lets refused clients go on, which tells what
 * a refusal costs, and then one that has them pause, as the program does. Prints tables for docs/security.md. With
 * `overload` as its argument only the last of them.
 */
import { once } from 'node:events';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { JOB_LIMITS, openPool } from '../../database/pool.js';
import { createLogger } from '../../logger.js';
import { describeMachine, loadAverage, residentMegabytes } from '../machine.js';
import { startModule, stopProcess } from '../processes.js';
import { processorClock } from '../processor.js';
import { onScratchDatabase } from '../scratch.js';
import { ATTACKS } from './attacks.js';
import type { FloodJob, FloodResult } from './flood.js';
import { pingWhile } from './pings.js';
import { Client, quantile, query } from './send.js';

const logger = createLogger('warn');
const FLOOD = 1_000;
const CONNECTIONS = 8;
const IDLE_SOCKETS = 1_000;
/** Requests of a client in a minute, where a flood of what is cheap is to meet the limit. */
const FEW = '300';
const UNLIMITED = { RATE_LIMIT_REQUESTS_PER_MINUTE: '0', RATE_LIMIT_COST_PER_MINUTE: '0' };
const COLUMNS = [
  '#',
  'attack',
  'status',
  'alone, ms',
  'in the flood, ms',
  'processor, ms each',
  'ping, ms',
  'worst ping, ms',
  'RSS, MB',
  'ping with pauses, ms',
  'worst ping',
];
const CHEAP = '{ __typename }';
const WORK =
  '{ cities(first: 100) { nodes { name timeZone countryCode coordinates { latitude longitude } } } }';
/** As many as run at once, by default; and ten times as many. */
const [PEAK, OVERLOAD] = [32, 320];
const ROUNDS = 5;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const row = (...cells: (string | number)[]): void => say(`| ${cells.join(' | ')} |`);
const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

/** A process that answers a line with a line. */
function asking(script: string, ...parameters: string[]) {
  const child = startModule(script, parameters, null);
  const lines = createInterface({ input: child.stdout ?? process.stdin })[Symbol.asyncIterator]();
  return {
    child,
    line: async (): Promise<string> => {
      const next = await lines.next();
      return next.done === true ? '' : next.value;
    },
  };
}

type Asking = ReturnType<typeof asking>;

async function flood({ child, line }: Asking, job: FloodJob): Promise<FloodResult> {
  child.stdin?.write(`${JSON.stringify(job)}\n`);
  return JSON.parse(await line()) as FloodResult;
}

async function serve(database: string, settings: object): Promise<{ url: string; server: Asking }> {
  const server = asking('src/bench/attacks/server.ts', database, JSON.stringify(settings));
  return { url: await server.line(), server };
}

interface Target {
  url: string;
  pid: number;
  attacker: Asking;
  /** Processor time of the server and its database, seconds. */
  processorSeconds: (pid: number) => Promise<number>;
}

let attackers = 0;
/** An attacker that no server knows yet. */
const fresh = (): string => `127.0.1.${(attackers += 1)}`;

/** One request alone, and then a flood of it, as cells of the table. */
async function attack(target: Target, what: FloodJob['attack']): Promise<(string | number)[]> {
  const { url, pid, attacker, processorSeconds } = target;
  const job = { url, address: fresh(), attack: what, connections: CONNECTIONS, milliseconds: FLOOD };
  const one = await flood(attacker, { ...job, connections: 1, milliseconds: 1 });
  const [memory, processor] = [await residentMegabytes(pid), await processorSeconds(pid)];
  const { result, pings } = await pingWhile(url, () => flood(attacker, job));
  const grown = (await residentMegabytes(pid)) - memory;
  const each = (1_000 * ((await processorSeconds(pid)) - processor)) / (result.sent + pings.count);
  const statuses = result.statuses.map((status) => (status === 0 ? 'cut' : status)).join(', ');
  return [statuses, ...[one.median, result.median, each, pings.median, pings.worst].map(ms), grown];
}

/** What others notice of the same where the attacker is made to pause. */
async function attackWithPauses({ url, attacker }: Target, what: FloodJob['attack']): Promise<string[]> {
  const job = { url, address: fresh(), attack: what, connections: CONNECTIONS, milliseconds: FLOOD };
  const { pings } = await pingWhile(url, () => flood(attacker, job));
  return [pings.median, pings.worst].map(ms);
}

async function attacks(target: Target, pausing: Target): Promise<void> {
  const quiet = await pingWhile(target.url, () => sleep(FLOOD));
  say(`Pings without an attack: ${ms(quiet.pings.median)} ms, worst ${ms(quiet.pings.worst)} ms.\n`);
  row(...COLUMNS);
  row(...COLUMNS.map(() => '---'));
  for (const [index, { row: id, name }] of ATTACKS.entries())
    row(id, name, ...(await attack(target, index)), ...(await attackWithPauses(pausing, index)));
  await idleSockets(target);
}

/** Sockets that say nothing. */
async function idleSockets({ url, pid }: Target): Promise<void> {
  const { hostname, port } = new URL(url);
  const before = await residentMegabytes(pid);
  const { result: sockets, pings } = await pingWhile(url, async () => {
    const opened = Array.from({ length: IDLE_SOCKETS }, () => net.connect(Number(port), hostname));
    for (const socket of opened) socket.on('error', () => undefined);
    await Promise.all(opened.map((socket) => once(socket, 'connect')));
    await sleep(FLOOD);
    return opened;
  });
  const grown = (await residentMegabytes(pid)) - before;
  row(
    'F15',
    `${IDLE_SOCKETS} idle sockets`,
    'open',
    '',
    '',
    '',
    ms(pings.median),
    ms(pings.worst),
    grown,
    '',
    '',
  );
  for (const socket of sockets) socket.destroy();
}

/**
 * Ten times as many clients as there is room for, all of whom come again at once. Both are measured in turn, and the
 * median of the shares counts: what else the machine does meanwhile comes and goes.
 */
async function overload({ url, attacker }: Target): Promise<void> {
  const measure = (connections: number) =>
    flood(attacker, { url, address: '127.0.0.3', attack: WORK, connections, milliseconds: 2 * FLOOD });
  await measure(PEAK);
  const shares: number[] = [];
  let [peak, over] = [await measure(PEAK), await measure(OVERLOAD)];
  while (shares.push(Math.round((100 * over.good) / peak.good)) < ROUNDS)
    [peak, over] = [await measure(PEAK), await measure(OVERLOAD)];
  const client = new Client(url, '127.0.0.2', 1);
  const { milliseconds } = await client.send(query(CHEAP));
  client.close();
  say(
    `\nF21: ${quantile(shares, 0.5)} % (${shares.join(', ')}) of the answers a second to ${PEAK} clients are given to ` +
      `${OVERLOAD}; in the last round ${peak.good / 2} and ${over.good / 2} a second, the latter after ` +
      `${ms(over.median)} ms (99 %: ${ms(over.p99)}), with ${over.sent - over.good} refusals; ` +
      `${ms(milliseconds)} ms to the first answer after it.`,
  );
}

await onScratchDatabase(logger, async ({ connectionString }) => {
  const attacker = asking('src/bench/attacks/flood.ts');
  const children = [attacker];
  try {
    const pool = openPool(connectionString, JOB_LIMITS, logger);
    await pool.query(
      `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
       SELECT id, 'Place ' || id, 'Place', 'DE', 50, 10, 'Europe/Berlin', 'place' FROM generate_series(1, 1000) AS id`,
    );
    await pool.end();
    const cores = { server: null, load: null };
    say(
      `${new Date().toISOString().slice(0, 10)}, ${await describeMachine(connectionString, cores)}; load ${loadAverage()}\n`,
    );
    const processorSeconds = await processorClock(connectionString);
    const begin = async (settings: object): Promise<Target> => {
      const { url, server } = await serve(connectionString, settings);
      children.push(server);
      return { url, pid: server.child.pid ?? 0, attacker, processorSeconds };
    };
    if (process.argv[2] !== 'overload')
      await attacks(await begin({ RATE_LIMIT_REFUSED_REQUESTS: '0' }), await begin({}));
    const few = await begin({ ...UNLIMITED, RATE_LIMIT_REQUESTS_PER_MINUTE: FEW });
    row('F19', `small queries, ${FEW} a minute allowed`, ...(await attack(few, CHEAP)), '', '');
    await overload(await begin(UNLIMITED));
  } finally {
    await Promise.all(children.map(({ child }) => stopProcess(child)));
  }
});
