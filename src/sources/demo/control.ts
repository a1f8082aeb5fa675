import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { messageOf } from '../../errors.js';
import type { CallLog } from './call-log.js';
import { jsonReply, type DemoReply } from './reply.js';

/** How a simulator in another process is steered and read. */
export interface Controls {
  setFaults: (rules: unknown) => void;
  log: CallLog;
}

/**
 * `POST /__control` with `{ "faults": [rule, …] }` replaces the faults; `GET /__stats` tells the calls so far.
 * @returns undefined when the path is neither
 */
export async function controlReply(
  path: string,
  request: IncomingMessage,
  controls: Controls,
): Promise<DemoReply | undefined> {
  if (path === '/__stats') return jsonReply(200, { calls: controls.log.counts, log: controls.log.entries });
  if (path !== '/__control') return undefined;
  try {
    const { faults } = z.object({ faults: z.unknown() }).parse(JSON.parse(await bodyOf(request)));
    controls.setFaults(faults);
    return jsonReply(200, { ok: true });
  } catch (error) {
    return jsonReply(400, { error: true, reason: messageOf(error) });
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
