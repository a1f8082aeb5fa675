import { readJson } from '../json.js';
import { readTolerantly } from '../tolerant.js';
import { originOf } from './origin.js';
import { currentReply } from './response.js';

/** What a reply says about its own place. */
export interface ReplyIdentity {
  /** OpenWeatherMap's city id, 0 where it has none; not always the place that was asked for. */
  id: number;
  latitude: number;
  longitude: number;
}

/** The place a recorded reply is about, for files whose lines do not say what was asked; undefined if it has none. */
export function identifyReply(body: Buffer): ReplyIdentity | undefined {
  const document = readJson(body);
  if ('rejection' in document) return undefined;
  const { value: reply } = readTolerantly(currentReply, document.json);
  if (!reply) return undefined;
  const { id, coordinates } = originOf(reply);
  const { latitude, longitude } = coordinates;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  return { id: id ?? 0, latitude, longitude };
}
