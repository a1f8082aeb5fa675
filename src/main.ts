import { spareMemory } from './app/memory.js';
import { Program } from './app/program.js';
import { loadConfig } from './config/load.js';
import { SECOND } from './domain/time.js';
import { messageOf, UserFacingError, withoutCredentials } from './errors.js';
import { createLogger, type Logger } from './logger.js';

/** A stop that takes longer than this and its drain is cut: what runs has its lease, and others take it up. */
const LONGEST_STOP = 14 * SECOND;
/** Milliseconds within which the same signal again is not meant. */
const ECHO = 500;

function fail(error: unknown): never {
  const text = withoutCredentials(messageOf(error));
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** Ctrl-C or a stop of the container: in order once, at once the second time. */
function stopOnSignals(program: Program, longest: number, logger: Logger): void {
  let since = 0;
  const stop = (signal: string): void => {
    // npm passes on the Ctrl-C that the terminal sent us already: an echo, not a second wish.
    if (program.isStopping && performance.now() - since < ECHO) return;
    if (program.isStopping) process.exit(1);
    since = performance.now();
    logger.info({ signal }, 'Stopping');
    setTimeout(() => process.exit(1), longest).unref();
    void program.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function main(): Promise<void> {
  spareMemory();
  const config = loadConfig();
  const logger = createLogger(config.LOG_LEVEL);
  const longest = LONGEST_STOP + config.DRAIN_SECONDS * SECOND;
  const die = (error: unknown): void => {
    setTimeout(() => process.exit(1), longest).unref();
    logger.fatal({ reason: withoutCredentials(messageOf(error)) }, 'Cannot go on');
    void program.stop().finally(() => process.exit(1));
  };
  const program = new Program(config, logger, die);
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);
  stopOnSignals(program, longest, logger);
  try {
    process.stderr.write(await program.start());
  } catch (error) {
    if (program.isStopping) return;
    if (!(error instanceof UserFacingError)) logger.error({ err: error }, 'The start failed');
    await program.stop();
    fail(error);
  }
}

main().catch(fail);
