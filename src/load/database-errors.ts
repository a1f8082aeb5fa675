import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Rejection } from '../domain/observation.js';

/** A value does not fit its column or its CHECK: 22003, 23514. */
const OUT_OF_RANGE = new Set(['22003', '23514']);
/** Serialisation failure, deadlock, lock timeout: nobody's fault, and gone at the next try. */
const PASSING = new Set(['40001', '40P01', '55P03']);
const TRIES = 4;

/**
 * What the database said against the data of a batch (SQLSTATE classes 22, data exception, and 23, integrity),
 * as a rejection; undefined when the error is about anything else.
 */
export function dataRefusal(error: unknown): Rejection | undefined {
  if (!(error instanceof pg.DatabaseError) || !/^2[23]/.test(error.code ?? '')) return undefined;
  return {
    reason: OUT_OF_RANGE.has(error.code ?? '') ? 'OUT_OF_RANGE' : 'SCHEMA',
    // The error's own detail would repeat the whole row.
    detail: `The database refused the values (${error.constraint ?? error.code ?? ''}): ${error.message}`,
  };
}

/** Runs a transaction again, up to three times, when it lost against another one. */
export async function retried<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction();
    } catch (error) {
      const passing = error instanceof pg.DatabaseError && PASSING.has(error.code ?? '');
      if (!passing || tries === TRIES) throw error;
      // Both losers of a collision must not meet again.
      await sleep(50 * tries * (1 + Math.random()));
    }
  }
}
