import { pipeline, Transform, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { FastifyReply, FastifyRequest, RequestPayload } from 'fastify';
import { refuse } from './errors.js';

/** Bytes of a request's body at most, after inflation. The longest query we answer is a tenth of it. */
export const BODY_LIMIT = 100 * 1024;

const INFLATERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** What Fastify compares with Content-Length instead of the bytes it reads. */
type Counted = Readable & { receivedEncodedLength: number };

/**
 * Inflates compressed requests. Fastify counts what comes out and stops at its limit, so that a small body which would
 * become a large one never does.
 */
export async function inflateBody(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: RequestPayload,
): Promise<RequestPayload> {
  const encoding = request.headers['content-encoding'];
  if (encoding === undefined || encoding === 'identity') return payload;
  const inflate = INFLATERS[encoding];
  if (!inflate) {
    const message = `Requests may be compressed with ${Object.keys(INFLATERS).join(', ')}, not otherwise.`;
    await refuse(reply, 415, message);
    return payload;
  }
  return inflated(payload, inflate());
}

function inflated(payload: RequestPayload, inflater: Transform): Counted {
  const counter = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      result.receivedEncodedLength += chunk.length;
      done(null, chunk);
    },
  });
  const result = Object.assign(inflater, { receivedEncodedLength: 0 });
  // An error ends both; Fastify hears it from the last of them.
  pipeline(payload, counter, inflater, () => undefined);
  return result;
}
