import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/** What the parser of HTTP found, by status; all else is a 400. */
const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
const SENTENCES: Readonly<Record<number, string>> = {
  400: 'This cannot be read as HTTP.',
  408: 'The request took too long to arrive.',
  431: 'The headers are too long: 16 KB at most.',
};

/** Answers what never became a request, in the form of every other refusal, and closes the connection. */
export function refuseUnreadable({ code = '' }: Error & { code?: string }, socket: Socket): void {
  // Nobody is there to hear it.
  if (code === 'ECONNRESET' || socket.destroyed) return;
  const status = STATUSES[code] ?? 400;
  const body = JSON.stringify({
    errors: [{ message: SENTENCES[status], extensions: { code: 'BAD_REQUEST' } }],
  });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Content-Type: application/json; charset=utf-8',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
