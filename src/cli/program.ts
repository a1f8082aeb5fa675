import { Command, type OutputConfiguration } from 'commander';
import { addAlerts } from './commands/alerts.js';
import { addBackfill } from './commands/backfill.js';
import { addBackup } from './commands/backup.js';
import { addCancel } from './commands/cancel.js';
import { addCheck } from './commands/check.js';
import { addCities } from './commands/cities.js';
import { addDoctor } from './commands/doctor.js';
import { addExport } from './commands/export.js';
import { addFetch } from './commands/fetch.js';
import { addFollow } from './commands/follow.js';
import { addKeys } from './commands/keys.js';
import { addLoad } from './commands/load.js';
import { addPlan } from './commands/plan.js';
import { addRebuild } from './commands/rebuild.js';
import { addRefresh } from './commands/refresh.js';
import { addRejects } from './commands/rejects.js';
import { addReplay } from './commands/replay.js';
import { addRestore } from './commands/restore.js';
import { addRuns } from './commands/runs.js';
import { addSqlUser } from './commands/sql-user.js';
import { addStatus } from './commands/status.js';
import { addTrack } from './commands/track.js';
import { addTransform } from './commands/transform.js';
import { addUntrack } from './commands/untrack.js';
import { EXIT_CODES_HELP } from './exit-codes.js';

const DATABASE_HELP = `
Which database: that of the settings, as for the program itself. With neither OPENWEATHERMAP_API_KEY nor
WEATHER_SOURCE set that is the demo's, of simulated weather, and all output says so. "load --file" always works on
the real one, and what makes no upstream calls does with --real.

Who works: jobs are rows in the table of runs. A running program does them, and the command follows; when no program
takes a run within 2 seconds, the command does it itself, and what follows from it: after "fetch" the weather is
loaded and summarised. Ctrl-C leaves a run to the program, or gives it back to the queue; "follow" goes on with it.`;

const GROUPS: Readonly<Record<string, readonly ((program: Command) => void)[]>> = {
  'Jobs:': [addFetch, addLoad, addTransform, addRefresh, addBackfill, addReplay, addRebuild],
  'Cities:': [addTrack, addUntrack, addCities, addPlan],
  'Runs:': [addRuns, addFollow, addCancel],
  'State:': [addStatus, addExport, addRejects, addCheck, addAlerts, addDoctor],
  'Keeping:': [addBackup, addRestore],
  'Access:': [addKeys, addSqlUser],
};

/**
 * The whole command line, not parsed yet.
 * @param output where help and errors go; standard output and error when absent
 */
export function commandLine(output: OutputConfiguration = {}): Command {
  const program = new Command('weather-warehouse')
    .description('The warehouse by hand: the jobs of the running program, and a look at its state')
    .exitOverride()
    .helpCommand(false)
    .configureOutput(output)
    .showHelpAfterError('(--help shows how)')
    .addHelpText('after', DATABASE_HELP)
    .addHelpText('afterAll', EXIT_CODES_HELP);
  for (const [heading, commands] of Object.entries(GROUPS)) {
    program.commandsGroup(heading);
    for (const add of commands) add(program);
  }
  return program;
}
