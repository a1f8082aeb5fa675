import { PARAMETER_NAMES, type Parameter } from '../../domain/parameters.js';
import type { UnitSystem } from '../../domain/units.js';
import { parseCityIds } from '../../graphql/arguments/ids.js';
import type { ListArguments } from '../../graphql/arguments/lists.js';
import type { TimeWindow } from '../../graphql/arguments/window.js';
import { ArgumentError } from '../../graphql/errors.js';
import type { ListKind } from '../../graphql/lists/list.js';
import { inUnits, type ColumnSpec, type ExportColumn } from '../columns/column.js';
import { exportedAs, type Dataset } from '../datasets.js';
import { parseAfter, type Place } from './after.js';
import { listOf } from './lists.js';
import { Texts } from './texts.js';
import { windowOf } from './window.js';

/** What is to be exported; checked. */
export interface ExportRequest {
  dataset: Dataset;
  kind: ListKind;
  units: UnitSystem;
  columns: ExportColumn[];
  cities: CityChoice;
  window: TimeWindow;
  source: ListArguments['source'];
  /** The list's own parameters. */
  parameters: readonly unknown[];
  /** Only what follows it. */
  after: Place | null;
  /** Rows at most; null: all. */
  limit: number | null;
  /** The arguments as they came. */
  filter: Record<string, string>;
}

/** Conditions that all must hold; null means any. */
export interface CityChoice {
  ids: number[] | null;
  countryCode: string | null;
  tracked: boolean | null;
}

const COMMON = [
  'cityIds',
  'tracked',
  'countryCode',
  'from',
  'to',
  'past',
  'units',
  'parameters',
  'after',
  'limit',
];
const OWN: Readonly<Record<Dataset, readonly string[]>> = {
  observations: ['source'],
  'hourly-summaries': ['fill', 'maxGapHours'],
  'daily-summaries': ['minCoverage'],
  'moving-averages': ['windowHours', 'frame', 'fill', 'maxGapHours', 'minCoverage'],
};

/** The arguments of a data set. */
export const argumentsOf = (dataset: Dataset): string[] => [...COMMON, ...OWN[dataset]];

/**
 * Checks what is asked for; the names and limits are the API's.
 * @param keptWindows hours of the moving averages that are kept as tables
 * @throws ArgumentError naming argument, value and limit
 */
export function parseExport(
  dataset: Dataset,
  given: URLSearchParams,
  keptWindows: readonly number[],
): ExportRequest {
  try {
    return parse(dataset, new Texts(given), keptWindows);
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    // The API has these below `filter` and `range`; here they stand alone.
    throw new ArgumentError(error.argument.replace(/^(filter\.)?(range\.)?/, ''), error.value, error.limit);
  }
}

function parse(dataset: Dataset, texts: Texts, keptWindows: readonly number[]): ExportRequest {
  texts.allowOnly(argumentsOf(dataset));
  const { kind, source, parameters } = listOf(dataset, texts, keptWindows);
  const { units, columns } = parseColumns(texts, exportedAs(kind).columns);
  return {
    dataset,
    kind,
    units,
    columns,
    cities: parseCities(texts),
    window: windowOf(texts, kind),
    source,
    parameters,
    after: parseAfter(texts.list('after'), kind),
    limit: parseLimit(texts),
    filter: texts.asGiven(),
  };
}

/** Checks `units` and `parameters`: columns that say where, when and how complete are always there. */
export function parseColumns(
  texts: Texts,
  specs: readonly ColumnSpec[],
): { units: UnitSystem; columns: ExportColumn[] } {
  const units = texts.word('units', ['METRIC', 'IMPERIAL', 'SCIENTIFIC']) ?? 'METRIC';
  const wanted: readonly Parameter[] = texts.words('parameters', PARAMETER_NAMES) ?? PARAMETER_NAMES;
  const chosen = specs.filter(({ parameter }) => parameter === undefined || wanted.includes(parameter));
  return { units, columns: chosen.map((spec) => inUnits(spec, units)) };
}

function parseCities(texts: Texts): CityChoice {
  const given = texts.list('cityIds');
  const ids = given ? parseCityIds('cityIds', given) : null;
  const countryCode = texts.one('countryCode') ?? null;
  const tracked = texts.boolean('tracked') ?? null;
  if (ids === null && countryCode === null && tracked === null) {
    throw new ArgumentError('cityIds', undefined, 'given, or else tracked=true or countryCode');
  }
  if (countryCode !== null && !/^[A-Z]{2}$/.test(countryCode)) {
    throw new ArgumentError('countryCode', countryCode, 'two capital letters (ISO 3166-1), such as US');
  }
  return { ids, countryCode, tracked };
}

function parseLimit(texts: Texts): number | null {
  const limit = texts.whole('limit');
  if (limit === undefined) return null;
  if (limit < 1) throw new ArgumentError('limit', limit, 'a whole number from 1 to 999,999,999');
  return limit;
}
