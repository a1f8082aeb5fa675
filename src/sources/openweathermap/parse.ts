import type { ObservedValues, ParsedPayload, Place, Rejection } from '../../domain/observation.js';
import { readJson } from '../json.js';
import { missingItems } from '../missing.js';
import { placeMismatch } from '../place.js';
import { readTolerantly } from '../tolerant.js';
import { errorInside } from './error-inside.js';
import { observedAt } from './observed-at.js';
import { originOf } from './origin.js';
import { currentReply, type CurrentReply } from './response.js';
import type { UnitSystem } from './units.js';
import { valuesOf } from './values.js';

/** Goes up whenever the same bytes may give another result: a replay then loads them again. */
export const CURRENT_PARSER_VERSION = 2;

export interface CurrentContext {
  /** The place that was asked for. */
  place: Place;
  /** The unit system that was asked for. */
  units: UnitSystem;
}

/**
 * Reads a reply of OpenWeatherMap's current weather, or a line of its bulk snapshots: one observation at most, in the catalogue's units. Never throws.
 * Without `dt`, `coord` or `main.temp` there is no observation; any other missing or misfit item costs itself.
 */
export function parseCurrent(body: Buffer, context: CurrentContext): ParsedPayload {
  const document = readJson(body);
  if ('rejection' in document) return { observations: [], rejections: [document.rejection] };
  const error = errorInside(document.json);
  if (error) return { observations: [], rejections: [error] };
  const { value: reply, rejections } = readTolerantly(currentReply, document.json);
  if (!reply) return { observations: [], rejections };
  rejections.push(...missingItems(promisedItems(reply), rejections));
  const result = observationOf(reply, context);
  if (result && 'values' in result) return { observations: [result], rejections };
  return { observations: [], rejections: result ? [...rejections, result] : rejections };
}

/** What the vendor's documentation promises in every reply; the rest is absent when it did not happen. */
function promisedItems(reply: CurrentReply): Record<string, unknown> {
  const { instant, coordinates } = originOf(reply);
  return {
    [instant.path]: instant.value,
    [`${coordinates.path}.lat`]: coordinates.latitude,
    [`${coordinates.path}.lon`]: coordinates.longitude,
    'main.temp': reply.main?.temp,
    'main.humidity': reply.main?.humidity,
    'main.pressure': reply.main?.pressure ?? reply.main?.sea_level,
    'wind.speed': reply.wind?.speed,
    weather: reply.weather,
  };
}

/** The observation, or why there is none; undefined when missingItems has said why. */
function observationOf(
  reply: CurrentReply,
  { place, units }: CurrentContext,
): ObservedValues | Rejection | undefined {
  const { instant, coordinates } = originOf(reply);
  const { latitude, longitude } = coordinates;
  if (typeof instant.value !== 'number' || typeof latitude !== 'number' || typeof longitude !== 'number') {
    return undefined;
  }
  const at = observedAt(instant.value, instant.path);
  if ('reason' in at) return at;
  const mismatch = placeMismatch(place, { latitude, longitude }, coordinates.path);
  if (mismatch) return mismatch;
  const values = valuesOf(reply, units);
  if (values.AIR_TEMPERATURE === undefined) return undefined;
  const conditionCodes = (reply.weather ?? []).flatMap((condition) => condition?.id ?? []);
  return { observedAt: at, values, conditionCodes };
}
