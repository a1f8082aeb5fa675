import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../logger.js';
import { SECOND } from '../domain/time.js';
import { run, sqlFile, type Queryable } from './sql.js';

const POSITION = sqlFile(import.meta.url, 'replica-position.sql');
const WRITTEN = `SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 AS written`;

/** Between two looks at both servers. */
const EVERY = 2 * SECOND;
/** Behind by so much, a replica gets a line in the log. */
const LATE = 30 * SECOND;
/** Positions remembered; with more of them every other is forgotten, so that a day's lag is told to the minute. */
const MOST_MARKS = 500;

/** Bytes of the log that a replica has replayed; null where the server replays nobody's. */
export async function replayedBy(replica: Queryable): Promise<number | null> {
  return (await run<{ replayed: number | null }>(replica, POSITION)).rows[0]?.replayed ?? null;
}

/** Bytes of the log that the primary has written. */
export async function writtenBy(primary: Queryable): Promise<number> {
  const { rows } = await primary.query<{ written: number }>(WRITTEN);
  if (!rows[0]) throw new Error('The database answered a question about itself without a row');
  return rows[0].written;
}

/**
 * Waits until a replica has all that the primary has now. @returns false if it has not by the time the signal is aborted;
 * true at once for a server that replays nobody's log
 */
export async function catchUp(replica: Queryable, primary: Queryable, signal: AbortSignal): Promise<boolean> {
  const written = await writtenBy(primary);
  while (!signal.aborted) {
    const replayed = await replayedBy(replica);
    if (replayed === null || replayed >= written) return true;
    await sleep(SECOND / 10, undefined, { signal }).catch(() => undefined);
  }
  return false;
}

/**
 * Watches how far a replica is behind. The age of its last replayed commit would not say it, for it grows while nobody
 * writes: what counts is how long ago the primary had written what the replica has not.
 */
export class ReplicaWatch {
  /** What the primary had written when, as far as the replica has not got there. */
  #marks: { written: number; at: number }[] = [];
  #lag = NaN;
  #isLate = false;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;

  constructor(
    private readonly replica: Queryable,
    private readonly primary: Queryable,
    private readonly logger: Logger,
  ) {}

  /** Milliseconds behind when it was last looked; NaN when one of the two did not answer, or no log is replayed. */
  get lag(): number {
    return this.#lag;
  }

  start(): void {
    const look = (): void => void (this.#looking ??= this.#lookOnce());
    look();
    this.#timer = setInterval(look, EVERY).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async look(now = performance.now()): Promise<void> {
    this.#note(await writtenBy(this.primary), now);
    const replayed = await replayedBy(this.replica);
    this.#marks = this.#marks.filter(({ written }) => replayed !== null && written > replayed);
    this.#lag = replayed === null ? NaN : now - (this.#marks[0]?.at ?? now);
    this.#tell();
  }

  async #lookOnce(): Promise<void> {
    try {
      await this.look();
    } catch {
      // Whoever asks one of the two is told what is the matter with it.
      this.#lag = NaN;
    } finally {
      this.#looking = undefined;
    }
  }

  #note(written: number, at: number): void {
    if (written > (this.#marks.at(-1)?.written ?? -1)) this.#marks.push({ written, at });
    if (this.#marks.length > MOST_MARKS) this.#marks = this.#marks.filter((_, index) => index % 2 === 0);
  }

  #tell(): void {
    const isLate = this.#lag > LATE;
    if (isLate === this.#isLate) return;
    this.#isLate = isLate;
    const seconds = Math.round(this.#lag / SECOND);
    if (isLate) this.logger.warn(`The read replica is ${seconds} s behind: answers are as old as that`);
    else this.logger.info('The read replica has caught up');
  }
}
