import { Command } from 'commander';
import { addLoad } from './cli/load.js';
import { messageOf, UserFacingError, withoutCredentials } from './errors.js';

const program = new Command('weather-warehouse')
  .description('The warehouse by hand: the same jobs that the running program does')
  .showHelpAfterError();
addLoad(program);

try {
  await program.parseAsync();
  process.exit();
} catch (error) {
  const text = withoutCredentials(messageOf(error));
  process.stderr.write(`${error instanceof UserFacingError ? text : `Unexpected: ${text}`}\n`);
  process.exit(1);
}
