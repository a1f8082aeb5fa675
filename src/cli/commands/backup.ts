import type { Command } from 'commander';
import { COPY_LIMITS } from '../../backup/contents.js';
import { writeBackup } from '../../backup/write.js';
import { EXIT, InterruptedError, type ExitCode } from '../exit-codes.js';
import { examples, withReal } from '../options.js';
import { print } from '../output/print.js';
import { Progress } from '../output/progress.js';
import { number, rowsOfTables } from '../output/text.js';
import { inDatabase, type CommonOptions, type Session } from '../session.js';

/** Adds `backup`. */
export function addBackup(program: Command): void {
  withReal(program.command('backup'))
    .description('write everything the database holds to one file, while programs go on working on it')
    .argument('<file>', 'where it is written: .sql.gz, readable by you only; an existing file is refused')
    .addHelpText(
      'after',
      `
All tables as they were at one moment, gzipped, with a digest that "restore" checks. Nothing is changed, and the tables of
an older program stay as they are: back up before an upgrade with either version. Not in it: the key in
DATA_DIR/admin-key, and SQL users.`,
    )
    .addHelpText(
      'after',
      examples(['backup weather.sql.gz --real', ''], ['restore weather.sql.gz --check', '']),
    ) // prettier-ignore
    .action((file: string, options: CommonOptions) =>
      inDatabase(options, COPY_LIMITS, (session) => write(session, file)),
    );
}

async function write(session: Session, file: string): Promise<ExitCode> {
  const { interrupt, pool } = session;
  const progress = new Progress();
  const onProgress = (table: string, bytes: number): void =>
    progress.show(`${table}, MB in all`, Math.round(bytes / 1e6), 0);
  try {
    const backup = await writeBackup(pool, file, { signal: interrupt, onProgress });
    progress.end();
    print(session, { file, ...backup }, [
      `Wrote ${rowsOfTables(backup.rows)} to ${file}: ` +
        `${number(backup.fileBytes / 1e6, 1)} MB (${number(backup.bytes / 1e6, 1)} MB before compression).`,
    ]);
    return EXIT.DONE;
  } catch (error) {
    throw interrupt.aborted ? new InterruptedError('Interrupted: no backup was written.') : error;
  } finally {
    progress.end();
  }
}
