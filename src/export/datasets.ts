import { COMPUTED_MOVING_AVERAGES, FILLED_HOURLY_SUMMARIES } from '../graphql/lists/computed.js';
import { DAILY_SUMMARIES } from '../graphql/lists/daily-summaries.js';
import { HOURLY_SUMMARIES } from '../graphql/lists/hourly-summaries.js';
import type { ListKind } from '../graphql/lists/list.js';
import { MOVING_AVERAGES } from '../graphql/lists/moving-averages.js';
import { OBSERVATIONS } from '../graphql/lists/observations.js';
import { sqlTemplate, type SqlTemplate } from '../graphql/lists/template.js';
import type { ColumnSpec } from './columns/column.js';
import { DAILY_SUMMARY_COLUMNS } from './columns/daily-summaries.js';
import { FILLED_HOUR_COLUMNS, HOURLY_SUMMARY_COLUMNS } from './columns/hourly-summaries.js';
import { COMPUTED_AVERAGE_COLUMNS, MOVING_AVERAGE_COLUMNS } from './columns/moving-averages.js';
import { OBSERVATION_COLUMNS } from './columns/observations.js';

/** What can be exported, as addresses and the command line name it. */
export const DATASETS = ['observations', 'hourly-summaries', 'daily-summaries', 'moving-averages'] as const;
export type Dataset = (typeof DATASETS)[number];

/** How a list of the API is exported. */
export interface Exported {
  statement: SqlTemplate;
  columns: readonly ColumnSpec[];
}

const template = (name: string) => sqlTemplate(import.meta.url, name);
const COMPUTED = template('computed.sql');

const EXPORTED = new Map<ListKind, Exported>([
  [OBSERVATIONS, { statement: template('observations.sql'), columns: OBSERVATION_COLUMNS }],
  [HOURLY_SUMMARIES, { statement: template('hourly-summaries.sql'), columns: HOURLY_SUMMARY_COLUMNS }],
  [FILLED_HOURLY_SUMMARIES, { statement: COMPUTED, columns: FILLED_HOUR_COLUMNS }],
  [DAILY_SUMMARIES, { statement: template('daily-summaries.sql'), columns: DAILY_SUMMARY_COLUMNS }],
  [MOVING_AVERAGES, { statement: template('moving-averages.sql'), columns: MOVING_AVERAGE_COLUMNS }],
  [COMPUTED_MOVING_AVERAGES, { statement: COMPUTED, columns: COMPUTED_AVERAGE_COLUMNS }],
]);

/** How a list is exported. */
export function exportedAs(kind: ListKind): Exported {
  const found = EXPORTED.get(kind);
  if (!found) throw new Error(`The list of each ${kind.name} has no export`);
  return found;
}
