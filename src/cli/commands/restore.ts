import type { Command } from 'commander';
import { COPY_LIMITS } from '../../backup/contents.js';
import type { Contents, ReadOptions } from '../../backup/read.js';
import { refuseUnfit, restoreBackup } from '../../backup/restore.js';
import { EXIT, InterruptedError, type ExitCode } from '../exit-codes.js';
import { interrupted } from '../interrupt.js';
import { examples, withReal } from '../options.js';
import { print } from '../output/print.js';
import { Progress } from '../output/progress.js';
import { rowsOfTables } from '../output/text.js';
import { configFor, inDatabase, type CommonOptions, type Session } from '../session.js';

interface RestoreOptions extends CommonOptions {
  check?: boolean;
}

/** Adds `restore`. */
export function addRestore(program: Command): void {
  withReal(program.command('restore'))
    .description('put a backup into an empty database: all of it, or nothing')
    .argument('<file>', 'what "backup" wrote')
    .option('--check', 'only read the file and say whether it is whole; no database is opened')
    .addHelpText(
      'after',
      `
The file is read to its end and its digest compared before the database is touched. A database with rows is refused: name
a new DATA_DIR, or an empty database in DATABASE_URL. A backup of an older version is brought to this one afterwards; one
of a newer version is refused.`,
    )
    .addHelpText(
      'after',
      examples(['restore weather.sql.gz --check', ''], ['restore weather.sql.gz --real', '']),
    ) // prettier-ignore
    .action(restore);
}

async function restore(file: string, options: RestoreOptions): Promise<void> {
  const interrupt = interrupted();
  const progress = new Progress();
  const config = configFor(options);
  try {
    const read = (what: string): ReadOptions => ({
      signal: interrupt,
      onProgress: (bytes, total) => progress.show(`${what}, bytes`, bytes, total),
    });
    const contents = await refuseUnfit(file, { ...read('checked'), demo: config.demo });
    if (options.check) {
      progress.end();
      say({ config, json: options.json ?? false }, file, contents, 'is whole');
      process.exitCode = EXIT.DONE;
      return;
    }
    await inDatabase(options, COPY_LIMITS, (session) =>
      fill(session, file, contents, read('restored'), progress),
    );
  } catch (error) {
    throw interrupt.aborted ? new InterruptedError('Interrupted: nothing was restored.') : error;
  } finally {
    progress.end();
  }
}

async function fill(
  session: Session,
  file: string,
  contents: Contents,
  read: ReadOptions,
  progress: Progress,
): Promise<ExitCode> {
  const { pool, url, logger, config } = session;
  await restoreBackup(pool, file, contents, { ...read, url, logger, demo: config.demo });
  progress.end();
  say(session, file, contents, 'is restored');
  return EXIT.DONE;
}

function say(
  session: Pick<Session, 'config' | 'json'>,
  file: string,
  { head, rows }: Contents,
  state: string,
): void {
  print(session, { file, madeAt: head.madeAt, migrations: head.migrations, rows }, [
    `${file} ${state}: ${rowsOfTables(rows)}, as of ${head.madeAt}.`,
  ]);
}
