import { COMPLETE_COVERAGE, degreeDays } from '../../domain/summary.js';
import { converter } from '../../domain/units.js';
import { isoDay } from '../arguments/instants.js';
import { derived, instant, measure, moment, number, secondsOf, text, type Field } from './fields.js';
import { SUMMARY_FIELDS } from './hourly-summaries.js';
import type { ListKind } from './list.js';
import { sourceInfos } from './sources.js';
import { sqlTemplate } from './template.js';

const HOURS = ['observed_hours', 'expected_hours'] as const;

function ratio(observed: number | null | undefined, expected: number | null | undefined): number {
  return expected ? (observed ?? 0) / expected : 0;
}

const degreeDaysField = (which: 'heating' | 'cooling'): Field =>
  derived(['air_temperature_mean_c'], ([mean], units) =>
    typeof mean === 'number' ? converter(units, 'K·d')(degreeDays(mean)[which]) : null,
  );

const COVERAGE = {
  observedHours: number('observed_hours'),
  expectedHours: number('expected_hours'),
  ratio: derived(HOURS, ([observed, expected]) => Math.round(ratio(observed, expected) * 10_000) / 10_000),
  complete: derived(
    [...HOURS, '(ends_at <= now())::int'],
    ([observed, expected, over]) => over === 1 && ratio(observed, expected) >= COMPLETE_COVERAGE,
  ),
};

/** Where its hours are found. */
const SPAN = derived([secondsOf('ends_at'), 'expected_hours'], ([endsAt, hours]) => ({
  from: (endsAt ?? 0) - (hours ?? 0) * 3600,
  to: endsAt ?? 0,
}));

export const DAILY_SUMMARIES: ListKind = {
  name: 'day',
  page: sqlTemplate(import.meta.url, 'daily-summaries.sql'),
  pages: sqlTemplate(import.meta.url, 'daily-summaries-pages.sql'),
  time: 'local_date',
  sourced: false,
  grain: 'LOCAL_DAY',
  fields: {
    ...SUMMARY_FIELDS,
    date: derived([secondsOf('local_date')], ([midnight]) => isoDay(midnight ?? 0)),
    airTemperatureMinAt: instant('air_temperature_min_at'),
    airTemperatureMaxAt: instant('air_temperature_max_at'),
    dewPointTemperatureMean: measure('dew_point_temperature_mean_c', '°C'),
    heatingDegreeDays: degreeDaysField('heating'),
    coolingDegreeDays: degreeDaysField('cooling'),
    coverage: COVERAGE,
    hours: { ...SPAN, property: 'span' },
    sources: text("nullif(array_to_string(sources, '+'), '')", sourceInfos),
    summarisedAt: moment('summarised_at'),
  },
};
