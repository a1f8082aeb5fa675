import { SOURCES } from '../../domain/source.js';
import {
  dailySummariesOfCities,
  hourlySummariesOf,
  movingAveragesOfCities,
  observationsOfCities,
  type ListArguments,
} from '../../graphql/arguments/lists.js';
import type { Dataset } from '../datasets.js';
import type { Texts } from './texts.js';

const FILLS = ['NONE', 'PREVIOUS', 'LINEAR', 'MEAN'] as const;
/** Of no weight here: values are converted elsewhere, and the order is always by time. */
const SHAPE = { units: 'METRIC', direction: 'ASC' } as const;
/** Cities are chosen elsewhere. */
const cityIds: string[] = [];

/** The list of the API that an export reads, and its own parameters, checked as the API checks them. */
export function listOf(dataset: Dataset, texts: Texts, keptWindows: readonly number[]): ListArguments {
  switch (dataset) {
    case 'observations':
      return observationsOfCities({
        ...SHAPE,
        filter: { cityIds, source: texts.word('source', SOURCES) ?? null },
      });
    case 'hourly-summaries':
      return hourlySummariesOf({ ...SHAPE, ...gaps(texts) });
    case 'daily-summaries':
      return dailySummariesOfCities({
        ...SHAPE,
        filter: { cityIds, minCoverage: texts.number('minCoverage') ?? 0 },
      });
    case 'moving-averages':
      return movingAveragesOfCities({ ...SHAPE, filter: { cityIds, ...averages(texts) } }, keptWindows);
  }
}

function averages(texts: Texts) {
  return {
    windowHours: texts.whole('windowHours') ?? 5,
    frame: texts.word('frame', ['RANGE', 'ROWS']) ?? 'RANGE',
    ...gaps(texts),
    minCoverage: texts.number('minCoverage') ?? 0,
  };
}

function gaps(texts: Texts) {
  return { fill: texts.word('fill', FILLS) ?? 'NONE', maxGapHours: texts.whole('maxGapHours') ?? 3 };
}
