import pg from 'pg';
import type { Rejection } from '../domain/observation.js';

/** A value does not fit its column or its CHECK: 22003, 23514. */
const OUT_OF_RANGE = new Set(['22003', '23514']);

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
