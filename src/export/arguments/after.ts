import { SOURCES, type SourceName } from '../../domain/source.js';
import { parseCityId } from '../../graphql/arguments/ids.js';
import { parseDate, parseInstant } from '../../graphql/arguments/instants.js';
import { ArgumentError } from '../../graphql/errors.js';
import type { ListKind } from '../../graphql/lists/list.js';

/** The key of a row: where an export goes on. */
export interface Place {
  cityId: number;
  /** Seconds since 1970. */
  time: number;
  source: SourceName | null;
}

/** How the columns of a list's key are named; they are the first of every row. */
export function keyOf(kind: ListKind): string[] {
  return ['city_id', kind.time, ...(kind.sourced ? ['source'] : [])];
}

/** Checks `after`: the first columns of a row, as they were exported. */
export function parseAfter(parts: readonly string[] | undefined, kind: ListKind): Place | null {
  if (!parts) return null;
  const [city = '', time = '', source] = parts;
  const key = keyOf(kind);
  if (parts.length !== key.length) {
    throw new ArgumentError('after', parts.join(','), `${key.join(',')} of the last row, as it was exported`);
  }
  return {
    cityId: parseCityId('after.0', city),
    time: kind.grain === 'LOCAL_DAY' ? parseDate('after.1', time) : parseInstant('after.1', time),
    source: kind.sourced ? sourceOf(source) : null,
  };
}

function sourceOf(text: string | undefined): SourceName {
  const source = SOURCES.find((known) => known === text);
  if (!source) throw new ArgumentError('after.2', text, `one of ${SOURCES.join(', ')}`);
  return source;
}
