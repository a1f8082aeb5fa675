import { FILLED_HOURS } from '../../series/filled-hours.js';
import { KEPT_AVERAGES, MOVING_AVERAGES as ANY_MOVING_AVERAGES } from '../../series/moving-averages.js';
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
export const CALENDAR_MOVING_AVERAGES: ListKind = {
  ...COMPUTED_MOVING_AVERAGES,
  computed: KEPT_AVERAGES.text,
};
