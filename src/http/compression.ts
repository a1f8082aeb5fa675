import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Bytes below which an answer goes out as it is: it fits into a few packets, and compressing takes longer. */
const WORTHWHILE = 4_096;
/** For answers made once: most of what the highest level gains, at a tenth of its work. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const brotli = promisify(brotliCompress);
/** What we speak, best first. Both work in threads of their own. */
const COMPRESSORS = {
  br: (body: Buffer): Promise<Buffer> => brotli(body, BROTLI),
  gzip: (body: Buffer): Promise<Buffer> => promisify(gzip)(body),
} as const;
const ENCODINGS = ['br', 'gzip'] as const;

type Encoding = keyof typeof COMPRESSORS;

/** Whether a client takes an encoding: named, or by a star, and not with a weight of 0. */
export function takes(encoding: Encoding, acceptEncoding: string | string[] | undefined): boolean {
  const offers = new Map<string, boolean>();
  for (const offer of String(acceptEncoding ?? '').split(',')) {
    const [name = '', ...parameters] = offer.toLowerCase().split(/\s*;\s*/);
    offers.set(name.trim(), !parameters.some((parameter) => /^q=0(\.0*)?\s*$/.test(parameter)));
  }
  return offers.get(encoding) ?? offers.get('*') ?? false;
}

/** Answers that are kept are compressed once. */
const compressed = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>();

function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  const known = compressed.get(body) ?? new Map<Encoding, Promise<Buffer>>();
  compressed.set(body, known);
  const result = known.get(encoding) ?? COMPRESSORS[encoding](body);
  known.set(encoding, result);
  return result;
}

type Done = (error: Error | null, payload?: unknown) => void;

/**
 * Compresses large answers for clients that take it: a hook for the moment before sending. The ETag of what is sent
 * compressed is weak: it names the answer, not these bytes.
 */
export function compressAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: Done,
): void {
  if (reply.statusCode === 304) unchanged(request, reply);
  const isLarge = isBody(payload) && payload.length >= WORTHWHILE;
  if (isLarge) vary(reply);
  const encoding = isLarge ? encodingFor(request, reply) : undefined;
  if (!isLarge || !encoding) {
    done(null, payload);
    return;
  }
  compress(Buffer.isBuffer(payload) ? payload : Buffer.from(payload), encoding).then((packed) => {
    reply.header('content-encoding', encoding).removeHeader('content-length');
    weaken(reply);
    done(null, packed);
  }, done);
}

const isBody = (payload: unknown): payload is string | Buffer =>
  typeof payload === 'string' || Buffer.isBuffer(payload);

function encodingFor({ headers, method }: FastifyRequest, reply: FastifyReply): Encoding | undefined {
  if (method === 'HEAD' || reply.hasHeader('content-encoding')) return undefined;
  return ENCODINGS.find((one) => takes(one, headers['accept-encoding']));
}

/** Says the same of what the client has as when it was sent. */
function unchanged(request: FastifyRequest, reply: FastifyReply): void {
  vary(reply);
  if (request.headers['if-none-match']?.includes(`W/${String(reply.getHeader('etag'))}`)) weaken(reply);
}

function vary(reply: FastifyReply): void {
  const others = reply.getHeader('vary');
  reply.header('vary', others === undefined ? 'accept-encoding' : `${String(others)}, accept-encoding`);
}

function weaken(reply: FastifyReply): void {
  const tag = reply.getHeader('etag');
  if (typeof tag === 'string' && !tag.startsWith('W/')) reply.header('etag', `W/${tag}`);
}
