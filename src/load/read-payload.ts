import type { ObservedValues, ParsedPayload, Place, Rejection } from '../domain/observation.js';
import type { PayloadKind, SourceName } from '../domain/source.js';
import { DAY } from '../domain/time.js';
import { messageOf } from '../errors.js';
import type { PendingPayload } from '../landing/pending.js';
import type { LandedPayload } from '../sources/parse.js';
import { validate } from './validate.js';

/** Reads a landed answer; never throws for what it holds. See src/sources/parse.ts. */
export type PayloadParser = (payload: LandedPayload) => ParsedPayload;

/** The version of the parser for payloads of this kind: it goes up when the same bytes may read differently. */
export type ParserVersion = (source: SourceName, kind: PayloadKind) => number;

/** A payload with all that is in it, ready to be written. */
export interface ReadPayload {
  cityId: number;
  id: string;
  source: SourceName;
  kind: PayloadKind;
  fetchedAt: Date;
  parserVersion: number;
  /** Whether an earlier reading may have left observations and rejects of this payload. */
  readBefore: boolean;
  observations: ObservedValues[];
  rejections: Rejection[];
}

/** Stands in for the place of an answer without a city, so that at least its form can be judged. */
const NOWHERE: Place = { cityId: 0, latitude: 0, longitude: 0 };

/** A forecast is of the next days; the table's CHECK has a day more. */
const FORECAST_REACH = 16 * DAY;

const GONE: Rejection = {
  reason: 'MISSING',
  detail: 'The bytes of this payload are gone, so that it cannot be read again. Its observations stay.',
};

/** Parses and validates a payload. Whatever is wrong with it becomes a rejection. */
export function readPayload(
  payload: PendingPayload,
  parse: PayloadParser,
  parserVersion: ParserVersion,
): ReadPayload {
  const { cityId, id, source, kind, fetchedAt, body } = payload;
  const head = { cityId, id, source, kind, fetchedAt, parserVersion: parserVersion(source, kind) };
  if (body === null) return { ...head, readBefore: false, observations: [], rejections: [GONE] };
  const { observations, rejections } = parsed(payload, body, parse);
  const validated = observations.map((observed) =>
    validate(observed, {
      fetchedAt,
      oneOfMany: observations.length > 1,
      ...(kind === 'FORECAST' && { ahead: FORECAST_REACH }),
    }),
  );
  return {
    ...head,
    readBefore: payload.readBefore,
    observations: validated.flatMap(({ observation }) => observation ?? []),
    rejections: [...rejections, ...validated.flatMap((one) => one.rejections)],
  };
}

function parsed(payload: PendingPayload, body: Buffer, parse: PayloadParser): ParsedPayload {
  const { source, kind, httpStatus, units, place } = payload;
  try {
    const read = parse({ source, kind, httpStatus, body, units, place: place ?? NOWHERE });
    return place ? read : withoutPlace(read);
  } catch (error) {
    // A fault of ours, not of upstream: the payload is kept, and read again when the parser is mended.
    const detail = `The parser failed: ${messageOf(error)}`;
    return { observations: [], rejections: [{ reason: 'SCHEMA', detail }] };
  }
}

/** Nothing of an answer that belongs to no city of ours is taken; what else is wrong with it is still said. */
function withoutPlace({ observations, rejections }: ParsedPayload): ParsedPayload {
  const others = rejections.filter(({ reason }) => reason !== 'PLACE_MISMATCH');
  const elsewhere = rejections.find(({ reason }) => reason === 'PLACE_MISMATCH');
  if (!elsewhere && observations.length === 0) return { observations, rejections };
  const mismatch: Rejection = {
    ...elsewhere,
    reason: 'PLACE_MISMATCH',
    detail: 'The catalogue has no city where this answer is from: add one, then load the answer again.',
  };
  return { observations: [], rejections: [...others, mismatch] };
}
