import { InvalidInputError } from '../../errors.js';
import type { ActiveRun } from '../../jobs/active-run.js';
import type { JobResult } from '../../jobs/worker.js';
import { countPending } from '../../landing/pending.js';
import { landFile, type FileCounts } from '../../load/file.js';
import { loadPending } from '../../load/load-pending.js';
import { identifyReply } from '../../sources/openweathermap/identify.js';
import { parsePayload, parserVersion, type UnitSystem } from '../../sources/parse.js';
import { transformStale } from '../../transform/transform-stale.js';
import type { ExitCode } from '../exit-codes.js';
import { print } from '../output/print.js';
import { Progress } from '../output/progress.js';
import { counted } from '../output/text.js';
import { doOwnRun } from '../runs/own-run.js';
import { describeRun, exitCodeOf } from '../runs/run-row.js';
import type { Session } from '../session.js';

const UNITS: Readonly<Record<string, UnitSystem>> = {
  metric: 'METRIC',
  imperial: 'IMPERIAL',
  standard: 'STANDARD',
};

/**
 * Lands, loads and summarises a file of recorded replies.
 * @param units "metric", "imperial" or "standard"
 */
export async function loadFile(session: Session, file: string, units: string): Promise<ExitCode> {
  const system = UNITS[units];
  if (!system) throw new InvalidInputError(`--units must be metric, imperial or standard (it is "${units}")`);
  const progress = new Progress();
  let landed: FileCounts = { lines: 0, emptyLines: 0, landed: 0 };
  const own = {
    job: 'LOAD',
    parameters: {},
    whenInterrupted: 'What was landed stays and will be loaded; give the file again for the rest of it.',
  } as const;
  const run = await doOwnRun(session, own, async (active) => {
    landed = await land(session, active, { file, units: system }, progress);
    const result = await load(session, active, progress);
    await transform(session, active, progress);
    return result;
  }).finally(() => progress.end());
  const read = `${counted(landed.lines, 'line')} landed from ${file}`;
  print(session, { file: { path: file, ...landed }, run, followed: [] }, [read, ...describeRun(run)]);
  return exitCodeOf(run);
}

async function land(
  { pool }: Session,
  run: ActiveRun,
  { file, units }: { file: string; units: UnitSystem },
  progress: Progress,
): Promise<FileCounts> {
  return landFile(pool, file, {
    source: 'OPENWEATHERMAP',
    units,
    runId: run.row.id,
    identify: identifyReply,
    fence: run.fence,
    signal: run.signal,
    onProgress: ({ lines, bytesRead, totalBytes }) => {
      // How many lines there are shows at the end only; how many bytes, at once.
      run.progress(Math.floor((bytesRead / totalBytes) * 1000), 1000);
      progress.show(`${counted(lines, 'line')} landed, bytes`, bytesRead, totalBytes);
    },
  });
}

async function load({ pool }: Session, run: ActiveRun, progress: Progress): Promise<JobResult> {
  const total = await countPending(pool);
  let done = 0;
  const { rejects } = await loadPending(pool, {
    parse: parsePayload,
    parserVersion,
    fence: run.fence,
    runId: run.row.id,
    signal: run.signal,
    onProgress: (delta) => {
      done += delta.payloads;
      run.count(delta);
      progress.show('payloads loaded', done, total);
    },
  });
  if (rejects === 0) return { status: 'SUCCEEDED' };
  return { status: 'PARTIAL', error: `${counted(rejects, 'item')} refused: "rejects --real" shows them.` };
}

async function transform({ pool, config }: Session, run: ActiveRun, progress: Progress): Promise<void> {
  await transformStale(pool, {
    windows: config.MOVING_AVERAGE_WINDOWS,
    fence: run.fence,
    signal: run.signal,
    onProgress: ({ done, total, ...delta }) => {
      run.count(delta);
      progress.show('hours summarised', done, total);
    },
  });
}
