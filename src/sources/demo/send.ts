import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Fault } from './faults.js';
import type { DemoReply } from './reply.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const MEGABYTE = 1_000_000;

/** Sends a reply as it should be. */
export function send(response: ServerResponse, reply: DemoReply): void {
  const length = Buffer.byteLength(reply.body);
  response.writeHead(reply.status, {
    'Content-Type': JSON_TYPE,
    'Content-Length': length,
    ...reply.headers,
  });
  response.end(reply.body);
}

/** Sends a reply over a connection with a fault; see distort.ts for faults of the content. */
export function sendOver(response: ServerResponse, reply: DemoReply, fault: Fault): void {
  switch (fault.kind) {
    case 'HANG':
      break;
    case 'RESET':
      response.socket?.resetAndDestroy();
      break;
    case 'DELAY':
      whileOpen(
        response,
        setTimeout(() => send(response, reply), fault.ms),
      );
      break;
    case 'DRIP':
      drip(response, reply, fault.everyMs);
      break;
    case 'CUT_SHORT':
      cutShort(response, reply);
      break;
    case 'OVERSIZED':
      (fault.gzip ? bomb : flood)(response, fault.megabytes);
      break;
    default:
      send(response, reply);
  }
}

/** Stops a timer when the caller hangs up. */
function whileOpen(response: ServerResponse, timer: NodeJS.Timeout): void {
  response.on('close', () => clearTimeout(timer));
}

function drip(response: ServerResponse, reply: DemoReply, everyMs: number): void {
  const bytes = begin(response, reply);
  let sent = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, sent + 1));
    sent += 1;
    if (sent < bytes.length) return;
    clearInterval(timer);
    response.end();
  }, everyMs);
  whileOpen(response, timer);
}

function cutShort(response: ServerResponse, reply: DemoReply): void {
  const bytes = begin(response, reply);
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

/** Sends the head of a reply with its true length, and gives the body that is to follow. */
function begin(response: ServerResponse, reply: DemoReply): Buffer {
  const bytes = Buffer.from(reply.body);
  response.writeHead(reply.status, { 'Content-Type': JSON_TYPE, 'Content-Length': bytes.length });
  return bytes;
}

/** Gzip may be several members one after the other: the bomb is one small member many times. */
function bomb(response: ServerResponse, megabytes: number): void {
  response.writeHead(200, { 'Content-Type': JSON_TYPE, 'Content-Encoding': 'gzip' });
  const member = gzipSync(Buffer.alloc(MEGABYTE, ' '));
  response.end(Buffer.concat(Array.from({ length: megabytes }, () => member)));
}

/** Waits for the caller to take each megabyte, so that it costs the simulator none. */
function flood(response: ServerResponse, megabytes: number): void {
  response.writeHead(200, { 'Content-Type': JSON_TYPE });
  const chunk = Buffer.alloc(MEGABYTE, ' ');
  const next = (left: number): void => {
    if (left === 0) response.end();
    else if (!response.destroyed) response.write(chunk, () => next(left - 1));
  };
  next(megabytes);
}
