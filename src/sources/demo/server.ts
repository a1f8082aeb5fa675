import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../../logger.js';
import { aboutPlace, answer, placeOf } from './answer.js';
import { CallLog } from './call-log.js';
import { controlReply } from './control.js';
import { distorted } from './distort.js';
import { FaultPlan, type FaultRule } from './faults.js';
import { send, sendOver } from './send.js';

const LOOPBACK = '127.0.0.1';
const DEFAULT_SEED = 1;

export interface DemoUpstreamOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  /** Other weather for another seed; the same weather everywhere and always for the same. */
  seed?: number;
  /** The present of the simulated world. */
  now?: () => Date;
  /** Milliseconds until the weather now moves on; ten minutes, as of the real one, when absent. */
  modelStep?: number;
  faults?: readonly FaultRule[];
  /** Opens POST /__control and GET /__stats, for a simulator that runs as a process of its own. */
  control?: boolean;
  logger: Logger;
}

export interface DemoUpstream {
  /** Base URL for both formats. */
  url: string;
  /** Calls so far, by path. */
  calls: Readonly<Record<string, number>>;
  /** The latest calls, one by one. */
  log: CallLog;
  /** Replaces all faults; an empty list ends them. Counts of `after` and `times` begin anew. */
  setFaults: (rules: readonly FaultRule[]) => void;
  /** Cuts what is open and closes. */
  stop: () => Promise<void>;
}

/**
 * The built-in simulated upstream: an HTTP server on loopback that speaks OpenWeatherMap's current weather and Open-Meteo's
 * hourly formats, so that the real clients and parsers run against it. It serves the demo, the tests and the benchmarks.
 */
export async function startDemoUpstream(options: DemoUpstreamOptions): Promise<DemoUpstream> {
  const { seed = DEFAULT_SEED, now = () => new Date(), modelStep, logger } = options;
  const log = new CallLog();
  let plan = new FaultPlan(options.faults ?? [], seed);
  const setFaults = (rules: unknown): void => {
    plan = new FaultPlan(rules, seed);
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://${LOOPBACK}`);
    const control = options.control && (await controlReply(url.pathname, request, { setFaults, log }));
    if (control) {
      send(response, control);
      return;
    }
    const target = { path: url.pathname, ...placeOf(url.searchParams) };
    const fault = plan.next(target);
    log.add(entry(target, fault?.kind));
    logger.debug({ path: target.path, fault: fault?.kind }, 'simulated a reply');
    const call = aboutPlace({ parameters: url.searchParams, seed, now: now(), modelStep }, fault);
    const reply = answer(target.path, call);
    if (fault) sendOver(response, distorted(reply, fault, url.search), fault);
    else send(response, reply);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      logger.error({ err: error }, 'the simulator failed');
      response.destroy();
    });
  });
  const port = await listen(server, options.port ?? 0);
  return { url: `http://${LOOPBACK}:${port}`, calls: log.counts, log, setFaults, stop: () => stop(server) };
}

function entry(
  target: { path: string; latitude: number | undefined; longitude: number | undefined },
  fault: string | undefined,
): Parameters<CallLog['add']>[0] {
  const { path, latitude = null, longitude = null } = target;
  return { at: new Date().toISOString(), path, latitude, longitude, fault: fault ?? null };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
