import type { Dataset } from './datasets.js';
import { SOURCE_DESCRIPTIONS, type SourceName } from '../domain/source.js';
import type { UnitSystem } from '../domain/units.js';
import { isoInstant } from '../graphql/arguments/instants.js';
import { keyOf } from './arguments/after.js';
import type { ExportRequest } from './arguments/request.js';
import type { ExportPlan } from './plan.js';

/** What the columns of an export are. */
export interface ColumnsDocument {
  dataset: Dataset;
  units: UnitSystem;
  /** Columns of the key, in the order of the rows. */
  key: string[];
  columns: {
    name: string;
    type: string;
    unit: string | null;
    standardName: string | null;
    description: string;
  }[];
}

/** Describes the columns that a request exports. */
export function columnsDocument({ dataset, kind, units, columns }: ExportRequest): ColumnsDocument {
  return {
    dataset,
    units,
    key: keyOf(kind),
    columns: columns.map(({ name, type, unit, standardName, description }) => ({
      name,
      type,
      unit,
      standardName,
      description,
    })),
  };
}

const GEONAMES = { attribution: 'Places by GeoNames (geonames.org)', licence: 'CC BY 4.0' };

/** The sentences that must stand beside the data. */
export function attributionOf(sources: readonly SourceName[]): string {
  const ofSources = sources.map((source) => SOURCE_DESCRIPTIONS[source].attribution);
  return [...ofSources, GEONAMES.attribution].join('; ');
}

/** Under which terms the data stands. */
export function licenceOf(sources: readonly SourceName[]): string {
  const ofSources = sources.flatMap((source) => {
    const { name, licence } = SOURCE_DESCRIPTIONS[source];
    return licence === null ? [] : [`${name}: ${licence}`];
  });
  return [...ofSources, `GeoNames: ${GEONAMES.licence}`].join('; ');
}

/**
 * What a file says of itself, by keys.
 * @param now seconds since 1970
 */
export function fileMetadata({ request, sources }: ExportPlan, now: number): Record<string, string> {
  const described = sources.map((source) => ({ source, ...SOURCE_DESCRIPTIONS[source] }));
  const { columns, key } = columnsDocument(request);
  return {
    dataset: request.dataset,
    units: request.units,
    key: key.join(','),
    columns: JSON.stringify(columns),
    sources: JSON.stringify(described),
    licence: licenceOf(sources),
    attribution: attributionOf(sources),
    filter: JSON.stringify(request.filter),
    generated_at: isoInstant(now),
  };
}
