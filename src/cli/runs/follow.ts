import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { SECOND } from '../../domain/time.js';
import { InterruptedError } from '../exit-codes.js';
import { note } from '../output/print.js';
import { Progress } from '../output/progress.js';
import type { Session } from '../session.js';
import { OwnWorker } from './own-worker.js';
import { describeCounts, isOver, runById, runsById, type RunRow } from './run-row.js';

/** Milliseconds between two looks at the run. */
const LOOK = SECOND / 4;
/** Milliseconds that a running program gets to take the run: it hears of it at once. */
const PATIENCE = 2 * SECOND;

/** How an asked run ended, with what followed from it here. */
export interface Seen {
  run: RunRow;
  /** Runs that this command did after it, oldest first; none when a program does them. */
  followed: RunRow[];
}

/**
 * Follows a run to its end, whoever does it. When nobody takes it, because no program runs, it is done here.
 * @throws InterruptedError after Ctrl-C: the run goes on in the program, or went back to the queue
 */
export async function seeThrough(session: Session, id: string): Promise<Seen> {
  const follower = new Follower(session, id);
  try {
    const run = await follower.untilEnded();
    return { run, followed: await follower.followed() };
  } finally {
    await follower.stop();
  }
}

class Follower {
  readonly #progress = new Progress();
  #worker: OwnWorker | undefined;
  #unownedSince: number | undefined;
  #waitsBehind: string | undefined;

  constructor(
    private readonly session: Session,
    private readonly id: string,
  ) {}

  async untilEnded(): Promise<RunRow> {
    for (;;) {
      const row = await runById(this.session.pool, this.id);
      if (isOver(row)) return row;
      if (this.session.interrupt.aborted) throw await this.#left(row);
      this.#show(row);
      if (!this.#worker && (await this.#isLeftToUs(row))) {
        this.#worker = await OwnWorker.start(this.session, row);
      }
      await sleep(LOOK);
    }
  }

  /** Waits for what our own worker does after the run. @returns those runs, oldest first */
  async followed(): Promise<RunRow[]> {
    if (!this.#worker) return [];
    const worker = { isIdle: false };
    const idle = this.#worker.idle().then(() => (worker.isIdle = true));
    for (;;) {
      // Looked at before the rows are, so that the last look sees how they ended.
      const { isIdle } = worker;
      const rows = await runsAfter(this.session.pool, this.id, this.#worker.owner);
      if (isIdle || this.session.interrupt.aborted) return rows;
      const working = rows.find((row) => row.status === 'RUNNING');
      if (working) this.#show(working);
      await Promise.race([idle, sleep(LOOK)]);
    }
  }

  async stop(): Promise<void> {
    this.#progress.end();
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.stop();
  }

  #show(row: RunRow): void {
    const { done, total } = row.progress;
    const stage = row.status === 'REQUESTED' ? 'waits' : total > 0 ? '' : describeCounts(row.counts);
    this.#progress.show([`run ${row.id} ${row.job}`, stage].filter(Boolean).join(' '), done, total);
  }

  /** Whether nobody has taken the run for long enough, and nobody keeps it waiting either. */
  async #isLeftToUs(row: RunRow): Promise<boolean> {
    const unowned = row.status === 'REQUESTED' || row.isOrphan;
    if (!unowned) this.#unownedSince = undefined;
    else this.#unownedSince ??= performance.now();
    if (this.#unownedSince === undefined) return false;
    const patience = this.session.isAlone ? 0 : PATIENCE;
    if (performance.now() - this.#unownedSince < patience) return false;
    const before = await runBefore(this.session.pool, row);
    if (before !== undefined && before !== this.#waitsBehind) {
      note(`Run ${row.id} waits for run ${before}: one ${row.job} works at a time.`);
    }
    this.#waitsBehind = before;
    return before === undefined;
  }

  /** The sentence on what becomes of the run. */
  async #left(row: RunRow): Promise<InterruptedError> {
    if (this.#worker) {
      await this.stop();
      return new InterruptedError(
        `Run ${row.id} went back to the queue with what it did so far: a program goes on with it when one starts, ` +
          `or "follow ${row.id}"; "cancel ${row.id}" ends it.`,
      );
    }
    const where = row.status === 'RUNNING' ? `goes on, at ${row.owner ?? 'its owner'}` : 'waits in the queue';
    return new InterruptedError(
      `Run ${row.id} ${where}: "follow ${row.id}" shows it, "cancel ${row.id}" ends it.`,
    );
  }
}

/** Runs that an owner did or does after another, oldest first. */
async function runsAfter(pool: Pool, id: string, owner: string): Promise<RunRow[]> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id::text AS id FROM runs WHERE id > $1::bigint AND owner = $2',
    [id, owner],
  );
  const runs = await runsById(
    pool,
    rows.map((row) => row.id),
  );
  return runs.reverse();
}

/** The run of the same job that works now, if there is one. */
async function runBefore(pool: Pool, row: RunRow): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id::text AS id FROM runs
      WHERE job = $1 AND id <> $2::bigint AND status = 'RUNNING' AND lease_until >= now()`,
    [row.job, row.id],
  );
  return rows[0]?.id;
}
