import { SOURCE_DESCRIPTIONS, SOURCES, type SourceName } from '../../domain/source.js';

export type SourceInfo = { source: SourceName } & (typeof SOURCE_DESCRIPTIONS)[SourceName];

const INFO = new Map<string, SourceInfo>(
  SOURCES.map((source) => [source, { source, ...SOURCE_DESCRIPTIONS[source] }]),
);

/** A source with its terms, as the API answers it: the same object every time. */
export function sourceInfo(source: string | null): SourceInfo | null {
  return source === null ? null : (INFO.get(source) ?? null);
}

/** Several sources, with + between their names. */
export function sourceInfos(sources: string | null): SourceInfo[] {
  return (sources ?? '').split('+').flatMap((source) => sourceInfo(source) ?? []);
}
