import type { Rejection } from '../../domain/observation.js';
import { isJsonObject, messageIn } from '../json.js';
import { jsonText } from '../text.js';

/** Errors also come with HTTP status 200; `cod` is a number or a string. */
export function errorInside(json: unknown): Rejection | undefined {
  if (!isJsonObject(json)) return undefined;
  const cod = json.cod;
  if ((typeof cod !== 'number' && typeof cod !== 'string') || Number(cod) === 200) return undefined;
  const message = messageIn(json);
  return {
    reason: 'HTTP',
    path: 'cod',
    value: jsonText(cod),
    detail: `The reply is an error: ${message ?? 'without a reason'}`,
  };
}
