import type { Fault } from './faults.js';
import type { DemoReply } from './reply.js';

/**
 * The reply as a fault of its content makes it; faults of the connection leave it as it is, see send.ts.
 * @param query of the call, for redirects
 */
export function distorted(reply: DemoReply, fault: Fault, query: string): DemoReply {
  switch (fault.kind) {
    case 'STATUS':
      return errorReply(fault, query);
    case 'BODY':
      return {
        status: 200,
        body: fault.body,
        headers: fault.contentType === undefined ? {} : { 'Content-Type': fault.contentType },
      };
    case 'TRUNCATED':
      return { ...reply, body: reply.body.slice(0, reply.body.length / 2) };
    case 'NAN':
      return { ...reply, body: reply.body.replace(/("temp":|"temperature_2m":\[)[^,}\]]*/, '$1NaN') };
    case 'BAD_GZIP':
      return { ...reply, headers: { 'Content-Encoding': 'gzip' } };
    default:
      return reply;
  }
}

function errorReply(fault: Fault & { kind: 'STATUS' }, query: string): DemoReply {
  const { status, retryAfter, location } = fault;
  // One body for both formats: `cod` and `message` are OpenWeatherMap's, `error` and `reason` Open-Meteo's.
  const reason = `simulated error ${status}`;
  const cod = status === 401 || status === 429 ? status : String(status);
  return {
    status,
    body: fault.body ?? JSON.stringify({ cod, message: reason, error: true, reason }),
    headers: {
      ...(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }),
      ...(location === undefined ? {} : { Location: `${location}${query}` }),
    },
  };
}
