import { FILLED_HOURS } from '../../series/filled-hours.js';
import {
  KEPT_AVERAGES,
  MOVING_AVERAGES as ANY_MOVING_AVERAGES,
  type WindowFrame,
} from '../../series/moving-averages.js';
import type { FillMethod } from '../generated/resolvers.js';
import { number, text } from './fields.js';
import { HOURLY_SUMMARIES } from './hourly-summaries.js';
import type { ListKind } from './list.js';
import { MOVING_AVERAGES } from './moving-averages.js';

/** Hours with their gaps filled. Those that stay empty are left out: a summary is of an hour that has values. */
export const FILLED_HOURLY_SUMMARIES: ListKind = {
  ...HOURLY_SUMMARIES,
  computed: `SELECT * FROM (${FILLED_HOURS.text}) AS hours WHERE quality_kind IS NOT NULL`,
  fields: {
    ...HOURLY_SUMMARIES.fields,
    quality: {
      kind: text('quality_kind', (kind) => kind),
      fillMethod: text('fill_method', (method) => method),
      gapHours: number('gap_hours'),
    },
  },
};

/** Moving averages over any window, with gaps filled or not. */
export const COMPUTED_MOVING_AVERAGES: ListKind = {
  ...MOVING_AVERAGES,
  computed: ANY_MOVING_AVERAGES.text,
  fields: { ...MOVING_AVERAGES.fields, filledHours: number('filled_hours') },
};

/** Those over a kept window for every hour of the calendar, nothing filled: most of them are in the table. */
const CALENDAR_MOVING_AVERAGES: ListKind = {
  ...COMPUTED_MOVING_AVERAGES,
  computed: KEPT_AVERAGES.text,
};

/** What moving averages are asked for. */
export interface AveragesRequest {
  windowHours: number;
  frame: WindowFrame;
  fill: FillMethod;
  maxGapHours: number;
  /** Least coverage of those that are answered, 0 to 1. */
  coverage: number;
}

/**
 * A kept window is a table; any other one, and filled gaps, are computed on request.
 * @param kept hours of the windows that are kept
 */
export function averagesList(
  { windowHours, frame, fill, maxGapHours, coverage }: AveragesRequest,
  kept: readonly number[],
): { kind: ListKind; parameters: readonly unknown[] } {
  if (fill === 'NONE' && kept.includes(windowHours)) {
    const kind = frame === 'RANGE' ? MOVING_AVERAGES : CALENDAR_MOVING_AVERAGES;
    return { kind, parameters: [windowHours, coverage] };
  }
  return { kind: COMPUTED_MOVING_AVERAGES, parameters: [windowHours, frame, fill, maxGapHours, coverage] };
}
