import { setTimeout as sleep } from 'node:timers/promises';
import { Client, quantile, query } from './send.js';

const PAUSE = 10;
const PING = query('{ warehouse { demo } }');

export interface Pings {
  median: number;
  worst: number;
  count: number;
  /** Not answered with 200. */
  failed: number;
}

/** Another client, of another address: asks one small thing after the other while something is done. */
export async function pingWhile<T>(
  url: string,
  work: () => Promise<T>,
): Promise<{ result: T; pings: Pings }> {
  const client = new Client(url, '127.0.0.2', 1);
  const times: number[] = [];
  let failed = 0;
  let done = false;
  const ping = async (): Promise<void> => {
    while (!done) {
      const { status, milliseconds } = await client.send(PING);
      times.push(milliseconds);
      if (status !== 200) failed += 1;
      await sleep(PAUSE);
    }
  };
  const pinging = ping();
  const result = await work().finally(() => (done = true));
  await pinging;
  client.close();
  return {
    result,
    pings: { median: quantile(times, 0.5), worst: Math.max(...times), count: times.length, failed },
  };
}
