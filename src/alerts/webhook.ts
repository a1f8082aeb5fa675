import { SECOND } from '../domain/time.js';

/** An alert as receivers get it. */
export interface AlertMessage {
  id: string;
  state: 'RAISED' | 'RESOLVED';
  kind: string;
  severity: 'ERROR' | 'WARNING';
  title: string;
  message: string;
  /** ISO 8601, UTC. */
  raisedAt: string;
  resolvedAt: string | null;
  cityId: number | null;
  city: string | null;
  rule: string | null;
}

/** Posts one alert. @returns null when the receiver took it, else why not, without its address */
export type Post = (alert: AlertMessage, signal?: AbortSignal) => Promise<string | null>;

export interface WebhookSettings {
  url: string;
  kind: 'json' | 'ntfy';
  /** Sent as a bearer token. */
  token?: string | undefined;
  /** Milliseconds from the call to the last byte of its answer. */
  deadline?: number;
}

const DEADLINE = 10 * SECOND;

/** Redirects are not followed: they would carry the alert, and the token, to somebody else. */
export function webhook({ url, kind, token, deadline = DEADLINE }: WebhookSettings): Post {
  const { address, authorization } = apart(url, token);
  return async (alert, signal) => {
    const timeout = AbortSignal.timeout(deadline);
    const { body, headers } = kind === 'ntfy' ? ntfy(alert) : json(alert);
    try {
      const response = await fetch(address, {
        method: 'POST',
        body,
        headers: { ...headers, ...authorization, 'user-agent': 'weather-warehouse' },
        redirect: 'manual',
        signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
      });
      await response.body?.cancel();
      return response.ok ? null : `The webhook answered ${response.status}`;
    } catch (error) {
      if (timeout.aborted) return `The webhook did not answer within ${deadline / SECOND} s`;
      return `The webhook could not be reached${codeOf(error)}`;
    }
  };
}

/** fetch refuses addresses with credentials: they go into the header. */
function apart(
  url: string,
  token: string | undefined,
): { address: URL; authorization: Record<string, string> } {
  const address = new URL(url);
  const { username, password } = address;
  address.username = '';
  address.password = '';
  if (token !== undefined) return { address, authorization: { authorization: `Bearer ${token}` } };
  if (username === '' && password === '') return { address, authorization: {} };
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { address, authorization: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}

function json(alert: AlertMessage) {
  const headers = { 'content-type': 'application/json', 'idempotency-key': keyOf(alert) };
  return { body: JSON.stringify(alert), headers };
}

/** As ntfy.sh and its like take it: the text as body, the rest in headers. */
function ntfy(alert: AlertMessage) {
  const isOver = alert.state === 'RESOLVED';
  const title = isOver ? `Resolved: ${alert.title}` : alert.title;
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    title: encodedWord(title),
    priority: isOver ? 'low' : alert.severity === 'ERROR' ? 'high' : 'default',
    tags: isOver ? 'white_check_mark' : 'warning',
    'idempotency-key': keyOf(alert),
  };
  return { body: alert.message, headers };
}

/** Receivers that look at it take nothing twice, should we die between their answer and our note of it. */
const keyOf = ({ id, state }: AlertMessage): string => `weather-alert-${id}-${state.toLowerCase()}`;

/** Headers hold ASCII; RFC 2047 is how ntfy reads the rest. */
function encodedWord(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
}

/** Nothing of the error but its code: messages hold the address. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z_]{1,50}$/.test(code) ? ` (${code})` : '';
}
