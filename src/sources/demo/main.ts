import { createLogger } from '../../logger.js';
import { startDemoUpstream } from './server.js';

// The simulated upstream as a program of its own, for benchmarks and for tests that kill processes:
//   node dist/sources/demo/main.js [port] [seed]
// Prints its URL as one line when it is ready.

const [port = '0', seed = '1'] = process.argv.slice(2);
const upstream = await startDemoUpstream({
  port: Number(port),
  seed: Number(seed),
  control: true,
  logger: createLogger('warn'),
});
process.stdout.write(`${upstream.url}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void upstream.stop());
}
