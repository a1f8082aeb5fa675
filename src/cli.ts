import { CommanderError } from 'commander';
import { EXIT, InterruptedError, type ExitCode } from './cli/exit-codes.js';
import { commandLine } from './cli/program.js';
import { InvalidInputError, messageOf, UserFacingError, withoutCredentials } from './errors.js';

/** Says what went wrong, and which exit code that is. */
function explain(error: unknown): ExitCode {
  // Commander has said it already; asking for help is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.DONE : EXIT.USAGE;
  const text = withoutCredentials(messageOf(error));
  const known = error instanceof UserFacingError || error instanceof InterruptedError;
  process.stderr.write(`${known ? text : `Unexpected: ${text}`}\n`);
  if (error instanceof InterruptedError) return EXIT.INTERRUPTED;
  return error instanceof InvalidInputError ? EXIT.USAGE : EXIT.FAILED;
}

// Whoever reads only the first lines of a list closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await commandLine().parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}
// Only once what was printed has left; whatever else is open must not keep the command.
process.stdout.write('', () => process.exit());
