import { ArgumentError } from '../errors.js';

/** Page size without `first` and `last`. */
export const DEFAULT_PAGE = 100;
/** Largest page. */
export const LARGEST_PAGE = 500;

export interface PageArguments {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

/** Which page of a list is asked for; cursors still unread. */
export interface PageRequest {
  limit: number;
  /** From the end: `last` was given. */
  backward: boolean;
  after?: string;
  before?: string;
}

/** Checks the paging arguments every connection has. */
export function parsePage(args: PageArguments): PageRequest {
  const { first, last, after, before } = args;
  if (typeof first === 'number' && typeof last === 'number') {
    throw new ArgumentError('last', last, 'absent when first is given');
  }
  return {
    limit: pageSize('first', first) ?? pageSize('last', last) ?? DEFAULT_PAGE,
    backward: typeof last === 'number',
    ...(typeof after === 'string' && { after }),
    ...(typeof before === 'string' && { before }),
  };
}

/** Checks the size of a page. */
export function pageSize(argument: string, value: number | null | undefined): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (!Number.isInteger(value) || value < 1 || value > LARGEST_PAGE) {
    throw new ArgumentError(argument, value, `a whole number from 1 to ${LARGEST_PAGE}`);
  }
  return value;
}
