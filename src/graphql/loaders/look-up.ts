import type DataLoader from 'dataloader';
import type { Context } from '../context.js';
import type { Lookup } from './gatherer.js';

/** Rows of a key beyond which a statement of its own costs little beside what it reads. */
const MOST_TO_GATHER = 50;

/** A request's loader of a lookup, which is read together with those of other requests where that may be. */
export function loaderOf<Key, Value>(
  { loaders, gather, read }: Pick<Context, 'loaders' | 'gather' | 'read'>,
  lookup: Lookup<Key, Value>,
): DataLoader<Key, Value | undefined, string | number> {
  const together = lookup.rowsOfKey <= MOST_TO_GATHER ? gather : undefined;
  return loaders.getBy(
    lookup.name,
    lookup.idOf,
    (keys) => together?.(lookup, keys) ?? lookup.read(read, keys),
  );
}
