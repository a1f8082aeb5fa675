import type { Parameter } from '../../domain/parameters.js';

/**
 * Values of an instant, which can be compared. Amounts and gusts are of the time before it, and sources reckon that
 * time differently; a direction has no mean difference.
 */
export const COMPARED = [
  'AIR_TEMPERATURE',
  'APPARENT_TEMPERATURE',
  'DEW_POINT_TEMPERATURE',
  'RELATIVE_HUMIDITY',
  'MEAN_SEA_LEVEL_PRESSURE',
  'SURFACE_PRESSURE',
  'WIND_SPEED',
  'CLOUD_COVER',
] as const satisfies Parameter[];

export type ComparedParameter = (typeof COMPARED)[number];

export const isCompared = (parameter: Parameter): parameter is ComparedParameter =>
  (COMPARED as readonly Parameter[]).includes(parameter);
