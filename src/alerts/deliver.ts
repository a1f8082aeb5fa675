import type { Pool } from 'pg';
import type { Fence } from '../database/fence.js';
import { run, sqlFile } from '../database/sql.js';
import { transaction } from '../database/transaction.js';
import { SECOND } from '../domain/time.js';
import type { AlertMessage, Post } from './webhook.js';

const DUE = sqlFile(import.meta.url, 'due-deliveries.sql');
const NOTE = sqlFile(import.meta.url, 'note-delivery.sql');

/** Looked at a time: a flood is posted in several runs. */
const MOST_AT_ONCE = 50;
/** Milliseconds after which no further alert is begun: the next run goes on. */
const LONGEST_ROUND = 45 * SECOND;

export interface DeliveryOptions {
  post: Post;
  /** Whether ends are told, too. */
  tellsEnds: boolean;
  fence: Fence;
  signal: AbortSignal;
  onDelivery?: ((outcome: 'delivered' | 'failed') => void) | undefined;
}

interface DueRow extends Omit<AlertMessage, 'state' | 'raisedAt' | 'resolvedAt'> {
  raisedAt: Date;
  resolvedAt: Date | null;
  isEnd: boolean;
}

/**
 * Posts the alerts that wait, one after the other. The first that is not taken ends the round: a receiver that is down is not
 * asked for each of them.
 * @returns how many were delivered, and why the round ended early, if it did
 */
export async function deliverAlerts(
  pool: Pool,
  options: DeliveryOptions,
): Promise<{ delivered: number; trouble: string | null }> {
  const { rows } = await run<DueRow>(pool, DUE, [MOST_AT_ONCE]);
  const until = performance.now() + LONGEST_ROUND;
  let delivered = 0;
  for (const row of rows) {
    options.signal.throwIfAborted();
    if (performance.now() > until) break;
    const trouble = await deliver(pool, row, options);
    if (trouble !== null) return { delivered, trouble };
    delivered += 1;
  }
  return { delivered, trouble: null };
}

async function deliver(
  pool: Pool,
  { isEnd, ...row }: DueRow,
  { post, tellsEnds, fence, signal, onDelivery }: DeliveryOptions,
): Promise<string | null> {
  // Not begun by a process that lost its run: the one that has it posts.
  await transaction(pool, fence);
  const trouble = await post(messageOf(row, isEnd), signal);
  onDelivery?.(trouble === null ? 'delivered' : 'failed');
  await run(pool, NOTE, [row.id, trouble, isEnd, tellsEnds]);
  return trouble;
}

function messageOf(
  { id, raisedAt, resolvedAt, ...rest }: Omit<DueRow, 'isEnd'>,
  isEnd: boolean,
): AlertMessage {
  return {
    id,
    state: isEnd ? 'RESOLVED' : 'RAISED',
    ...rest,
    raisedAt: raisedAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
  };
}
