import type { Rejection } from '../domain/observation.js';

/**
 * A MISSING rejection for every promised item that is absent, unless it or what it is part of was refused already.
 * @param items value by path
 */
export function missingItems(
  items: Readonly<Record<string, unknown>>,
  known: readonly Rejection[],
): Rejection[] {
  return Object.entries(items)
    .filter(([, value]) => value === null || value === undefined)
    .filter(([path]) => !known.some((rejection) => isWithin(path, rejection.path)))
    .map(([path]) => ({ reason: 'MISSING', path, detail: `${path} is missing from the reply.` }));
}

function isWithin(path: string, ancestor: string | undefined): boolean {
  return ancestor !== undefined && (path === ancestor || path.startsWith(`${ancestor}.`));
}
