import type { ExitCode } from '../exit-codes.js';
import { print } from '../output/print.js';
import type { Session } from '../session.js';
import { seeThrough, type Seen } from './follow.js';
import { describeRun, exitCodeOf } from './run-row.js';

/** Sees a run through that was asked for, and prints how it ended, with what the command adds. */
export async function doRun(
  session: Session,
  id: string,
  more: (seen: Seen) => Promise<{ document: object; lines: string[] }> = nothing,
): Promise<ExitCode> {
  const seen = await seeThrough(session, id);
  const { document, lines } = await more(seen);
  print(session, { ...seen, ...document }, [...[seen.run, ...seen.followed].flatMap(describeRun), ...lines]);
  return exitCodeOf(seen.run);
}

function nothing(): Promise<{ document: object; lines: string[] }> {
  return Promise.resolve({ document: {}, lines: [] });
}
