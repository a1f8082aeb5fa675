import type { Place } from '../domain/observation.js';
import type { SourceName } from '../domain/source.js';

/** What came back over the wire, byte for byte, with when. */
export interface RawAnswer {
  requestedAt: Date;
  fetchedAt: Date;
  httpStatus: number;
  contentType: string | null;
  body: Buffer;
}

/**
 * How a call ended, as far as the caller must act on it. Whatever has an answer is landed.
 * - ANSWERED: a reply to load
 * - REFUSED: this place only (400, 404); no retry
 * - UNAUTHORISED: the key is not accepted (401, 403); stop calling
 * - THROTTLED: too many calls (429); pause the source, for retryAfter milliseconds where upstream said so
 * - UNAVAILABLE: 5xx, no answer, cut or oversized; retry later
 */
export type CallOutcome =
  | { kind: 'ANSWERED'; answer: RawAnswer }
  | { kind: 'REFUSED'; answer: RawAnswer; detail: string }
  | { kind: 'UNAUTHORISED'; answer: RawAnswer; detail: string }
  | { kind: 'THROTTLED'; answer: RawAnswer; detail: string; retryAfter: number | null }
  | { kind: 'UNAVAILABLE'; answer: RawAnswer | null; detail: string };

/** Whole UTC days, both included. */
export interface DateSpan {
  from: string;
  to: string;
}

/** An upstream that can be asked. Never throws for what upstream or the network does; see CallOutcome. */
export interface WeatherSource {
  readonly name: SourceName;
  /** The weather now at one place: one upstream call. */
  current(place: Place, signal?: AbortSignal): Promise<CallOutcome>;
}

/** An upstream that also forecasts. */
export interface WeatherForecasts {
  readonly name: SourceName;
  /** The next days at one place: one upstream call. */
  forecast(place: Place, signal?: AbortSignal): Promise<CallOutcome>;
}

/** An upstream that also has history. */
export interface WeatherArchive {
  readonly name: SourceName;
  /** Hourly values of whole UTC days at one place: one upstream call. */
  archive(place: Place, span: DateSpan, signal?: AbortSignal): Promise<CallOutcome>;
}
