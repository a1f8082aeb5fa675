import pg from 'pg';
import { startEmbedded } from '../database/embedded/index.js';
import { messageOf } from '../errors.js';
import { createLogger } from '../logger.js';

/*
 * A program that owns an embedded database, for tests that kill it. Takes the data directory as its argument,
 * prints one JSON line for each thing that happens, and stops as it should on SIGTERM and SIGINT.
 */
const [dataDir = ''] = process.argv.slice(2);

function say(event: object): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rowCount } = await client.query('SELECT 1');
  await client.end();
  return rowCount === 1;
}

async function main(): Promise<void> {
  const database = await startEmbedded({
    dataDir,
    logger: createLogger('warn'),
    durable: false,
    // What is committed must survive a kill, though not a power cut.
    settings: { synchronous_commit: 'on' },
  });
  const stop = async (signal: string) => {
    // Long enough for a signal to the whole group to have reached the server, too.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const stillAnswered = await answers(database.connectionString).catch(() => false);
    await database.stop();
    say({ stoppedBy: signal, stillAnswered });
    process.exit();
  };
  process.once('SIGTERM', (signal) => void stop(signal));
  process.once('SIGINT', (signal) => void stop(signal));
  say({ url: database.connectionString });
  // The database does not keep a program alive: its owner has other things to do.
  setInterval(() => undefined, 1_000_000);
}

main().catch((error: unknown) => {
  say({ error: messageOf(error) });
  process.exitCode = 1;
});
