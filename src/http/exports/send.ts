import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import { SECOND } from '../../domain/time.js';
import type { RunningExport } from '../../export/export.js';
import { ROW_COUNT } from './headers.js';

/** A client that takes nothing for so long is gone, or wants to hold a place that others wait for. */
export const LONGEST_STALL = 60 * SECOND;
/** Text of numbers shrinks to a sixth even at this level, at half the work of the usual one. */
const GZIP_LEVEL = 3;

export interface Sending {
  headers: Record<string, string>;
  gzip: boolean;
  /** Milliseconds without a byte taken. */
  longestStall: number;
}

/**
 * Sends a file as it is made. Until its first bytes are there, an error is thrown and may still be answered; a file
 * that breaks off later is cut without the end that chunked answers have, so that no client takes it for whole.
 * @returns once it is over, well or not
 */
export async function sendExport(
  reply: FastifyReply,
  running: RunningExport,
  sending: Sending,
): Promise<void> {
  const { source, file } = running;
  const response = reply.raw;
  const stop = (): void => void source.destroy();
  response.once('close', stop);
  if (response.destroyed) stop();
  try {
    await firstBytes(file);
    if (response.destroyed) return;
    reply.hijack();
    response.writeHead(200, { ...sending.headers, trailer: ROW_COUNT });
    watch(response, sending.longestStall);
    await stream(file, response, sending.gzip);
    response.addTrailers({ [ROW_COUNT]: String(await running.rowCount()) });
    response.end();
  } catch (error) {
    stop();
    file.destroy();
    if (!response.headersSent && !response.destroyed) throw error;
    response.destroy();
  } finally {
    response.off('close', stop);
  }
}

async function firstBytes(file: Readable): Promise<void> {
  if (file.readableLength === 0 && !file.readableEnded) await once(file, 'readable');
}

function stream(file: Readable, response: Writable, gzip: boolean): Promise<void> {
  const options = { end: false };
  return gzip
    ? pipeline(file, createGzip({ level: GZIP_LEVEL }), response, options)
    : pipeline(file, response, options);
}

/** While the database works nothing flows either: only a client that has something to take is slow. */
function watch(response: ServerResponse, longestStall: number): void {
  response.setTimeout(longestStall, () => {
    if (response.writableNeedDrain) response.destroy();
  });
}
