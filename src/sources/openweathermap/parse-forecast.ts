import type { ObservedValues, ParsedPayload, Rejection } from '../../domain/observation.js';
import { readJson } from '../json.js';
import { missingItems } from '../missing.js';
import { placeMismatch } from '../place.js';
import { readTolerantly } from '../tolerant.js';
import { errorInside } from './error-inside.js';
import { forecastReply, type ForecastReply, type ForecastStep } from './forecast-reply.js';
import { observedAt } from './observed-at.js';
import type { CurrentContext } from './parse.js';
import { valuesOf } from './values.js';

/** Goes up whenever the same bytes may give another result: a replay then loads them again. */
export const FORECAST_PARSER_VERSION = 1;

/**
 * Reads a forecast of OpenWeatherMap: what is to be at each instant, in the catalogue's units, amounts of the three
 * hours before it. Never throws. A step without `dt` or `main.temp` costs itself; a reply about another place all.
 */
export function parseForecast(body: Buffer, { place, units }: CurrentContext): ParsedPayload {
  const document = readJson(body);
  if ('rejection' in document) return { observations: [], rejections: [document.rejection] };
  const error = errorInside(document.json);
  if (error) return { observations: [], rejections: [error] };
  const { value: reply, rejections } = readTolerantly(forecastReply, document.json);
  if (!reply) return { observations: [], rejections };
  const { lat: latitude, lon: longitude } = reply.city?.coord ?? {};
  rejections.push(
    ...missingItems(
      { list: reply.list, 'city.coord.lat': latitude, 'city.coord.lon': longitude },
      rejections,
    ),
  );
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return { observations: [], rejections };
  const mismatch = placeMismatch(place, { latitude, longitude }, 'city.coord');
  if (mismatch) return { observations: [], rejections: [...rejections, mismatch] };
  return readSteps(reply, units, rejections);
}

function readSteps(
  reply: ForecastReply,
  units: CurrentContext['units'],
  rejections: Rejection[],
): ParsedPayload {
  const observations: ObservedValues[] = [];
  for (const [index, step] of (reply.list ?? []).entries()) {
    const path = `list[${index}]`;
    rejections.push(
      ...missingItems({ [`${path}.dt`]: step?.dt, [`${path}.main.temp`]: step?.main?.temp }, rejections),
    );
    if (typeof step?.dt !== 'number' || typeof step.main?.temp !== 'number') continue;
    const at = observedAt(step.dt, `${path}.dt`);
    if ('reason' in at) rejections.push(at);
    else observations.push(forecastAt(at, step, units));
  }
  return { observations, rejections };
}

function forecastAt(at: Date, step: ForecastStep, units: CurrentContext['units']): ObservedValues {
  const { pop, rain, snow, ...rest } = step;
  const values = valuesOf({ ...rest, rain: { '1h': rain?.['3h'] }, snow: { '1h': snow?.['3h'] } }, units);
  const conditionCodes = (step.weather ?? []).flatMap((condition) => condition?.id ?? []);
  const probability =
    typeof pop === 'number' ? { precipitationProbability: Math.round(pop * 1000) / 10 } : {};
  return { observedAt: at, values, conditionCodes, ...probability };
}
