import type { Rejection } from '../domain/observation.js';
import { excerpt } from './text.js';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads a body as JSON (UTF-8, with or without a byte order mark). The content type is not looked at: upstreams
 * send HTML pages as JSON and JSON as text.
 */
export function readJson(body: Buffer): { json: unknown } | { rejection: Rejection } {
  // TextDecoder drops a byte order mark; bytes that are no UTF-8 become U+FFFD, which only names can hold.
  const text = new TextDecoder().decode(body);
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return { rejection: { reason: 'MALFORMED', value: excerpt(text), detail: whyNotJson(text) } };
  }
}

function whyNotJson(text: string): string {
  if (text.trim() === '') return 'The reply is empty.';
  if (text.trimStart().startsWith('<')) return 'The reply is a web page, not JSON.';
  return 'The reply is not JSON: it is cut short, or holds what JSON has no word for.';
}

/** The sentence an upstream put into an error body: OpenWeatherMap's `message`, Open-Meteo's `reason`. */
export function upstreamMessage(body: Buffer): string | undefined {
  const document = readJson(body);
  return 'json' in document ? messageIn(document.json) : undefined;
}

/** As upstreamMessage, of a document that is already read. */
export function messageIn(json: unknown): string | undefined {
  if (!isJsonObject(json)) return undefined;
  const message = [json.message, json.reason].find((candidate) => typeof candidate === 'string');
  return message === undefined ? undefined : excerpt(message) || undefined;
}
