import pg from 'pg';

/** On a read replica: a statement was cancelled because what it reads is changed by the log that is replayed. */
const CONFLICT = '40001';
const TRIES = 3;

/**
 * Reads again what a replica cancelled in favour of its log: the next try sees the newer state.
 * @param isWanted false when nobody waits for it any more
 */
export async function despiteConflicts<T>(read: () => Promise<T>, isWanted: () => boolean): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await read();
    } catch (error) {
      const isConflict = error instanceof pg.DatabaseError && error.code === CONFLICT;
      if (!isConflict || tries === TRIES || !isWanted()) throw error;
    }
  }
}
