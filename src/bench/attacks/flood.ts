/** The attacker, a process of its own: reads a job a line, floods, and answers what it got in a line. */
import { createInterface } from 'node:readline';
import { ATTACKS } from './attacks.js';
import { Client, quantile, query, type Sent } from './send.js';

export interface FloodJob {
  url: string;
  /** Of loopback, from which it comes: limits count by address. */
  address: string;
  /** Index of ATTACKS, or a query. */
  attack: number | string;
  connections: number;
  milliseconds: number;
}

export interface FloodResult {
  sent: number;
  /** Answered with 200. */
  good: number;
  statuses: number[];
  /** Milliseconds to an answer. */
  median: number;
  p99: number;
}

async function flood({ url, address, attack, connections, milliseconds }: FloodJob): Promise<FloodResult> {
  const client = new Client(url, address, connections);
  const request = typeof attack === 'string' ? query(attack) : ATTACKS[attack];
  const end = performance.now() + milliseconds;
  const all: Sent[] = [];
  const one = async (): Promise<void> => {
    if (!request) return;
    do all.push(await client.send(request));
    while (performance.now() < end);
  };
  await Promise.all(Array.from({ length: connections }, one));
  client.close();
  const times = all.map(({ milliseconds: time }) => time);
  return {
    sent: all.length,
    good: all.filter(({ status }) => status === 200).length,
    statuses: [...new Set(all.map(({ status }) => status))].sort((a, b) => a - b),
    median: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await flood(JSON.parse(line) as FloodJob))}\n`);
}
