import type { ParsedPayload, Place } from '../domain/observation.js';
import type { PayloadKind, SourceName } from '../domain/source.js';
import { upstreamMessage } from './json.js';
import { HOURLY_PARSER_VERSION, parseHourly } from './open-meteo/parse.js';
import { FORECAST_PARSER_VERSION, parseForecast } from './openweathermap/parse-forecast.js';
import { CURRENT_PARSER_VERSION, parseCurrent } from './openweathermap/parse.js';
import type { UnitSystem } from './openweathermap/units.js';

export type { UnitSystem } from './openweathermap/units.js';

/** A landed answer, as far as reading it needs. */
export interface LandedPayload {
  source: SourceName;
  kind: PayloadKind;
  httpStatus: number;
  body: Buffer;
  /** The unit system that was asked for. */
  units: UnitSystem;
  /** The place that was asked for. */
  place: Place;
}

/** Reads a landed answer by the parser of its format. Never throws: what cannot be read is a rejection. */
export function parsePayload(payload: LandedPayload): ParsedPayload {
  if (payload.httpStatus !== 200) return errorReply(payload);
  if (payload.kind === 'FORECAST') return parseForecast(payload.body, payload);
  return isHourly(payload.source, payload.kind)
    ? parseHourly(payload.body, payload)
    : parseCurrent(payload.body, payload);
}

/** The version of the parser that parsePayload uses for such a payload. */
export function parserVersion(source: SourceName, kind: PayloadKind): number {
  if (kind === 'FORECAST') return FORECAST_PARSER_VERSION;
  return isHourly(source, kind) ? HOURLY_PARSER_VERSION : CURRENT_PARSER_VERSION;
}

/** The simulator speaks OpenWeatherMap's format for the weather now and Open-Meteo's for history. */
function isHourly(source: SourceName, kind: PayloadKind): boolean {
  return source === 'OPEN_METEO' || (source === 'DEMO' && kind === 'ARCHIVE');
}

function errorReply({ httpStatus, body }: LandedPayload): ParsedPayload {
  const message = upstreamMessage(body);
  const detail = `Upstream answered HTTP ${httpStatus}: ${message ?? 'without a reason'}`;
  return { observations: [], rejections: [{ reason: 'HTTP', value: String(httpStatus), detail }] };
}
