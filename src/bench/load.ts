/** The load generator, a process of its own: reads a job a line, answers a result a line. */
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';
import type { Job, Measured } from './drive.js';

async function run({ url, bodies, connections, seconds, amount }: Job): Promise<Measured> {
  const path = new URL(url).pathname;
  const requests = bodies.map((body) => ({
    method: 'POST' as const,
    path,
    headers: { 'content-type': 'application/json' },
    body,
  }));
  let client = 0;
  const result = await autocannon({
    url,
    connections,
    ...(amount === undefined ? { duration: seconds } : { amount }),
    timeout: 30,
    requests,
    // Each connection begins elsewhere, so that they do not ask the same at the same time.
    setupClient: (connection) => {
      const first = Math.floor((client++ * requests.length) / connections);
      connection.setRequests([...requests.slice(first), ...requests.slice(0, first)]);
    },
  });
  return {
    requests: result.requests.total,
    rate: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.errors + result.non2xx,
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await run(JSON.parse(line) as Job))}\n`);
}
