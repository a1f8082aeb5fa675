import { ArgumentError } from '../errors.js';

/** Page size without `first` and `last`. */
export const DEFAULT_PAGE = 100;
/** Largest page. */
export const LARGEST_PAGE = 500;
/** Largest page of a list in time, whose items are small: the hours of a quarter. */
export const LARGEST_PAGE_IN_TIME = 2500;

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
export function parsePage(args: PageArguments, largest = LARGEST_PAGE): PageRequest {
  const { first, last, after, before } = args;
  if (typeof first === 'number' && typeof last === 'number') {
    throw new ArgumentError('last', last, 'absent when first is given');
  }
  return {
    limit: pageSize('first', first, largest) ?? pageSize('last', last, largest) ?? DEFAULT_PAGE,
    backward: typeof last === 'number',
    ...(typeof after === 'string' && { after }),
    ...(typeof before === 'string' && { before }),
  };
}

/** Checks the size of a page. */
export function pageSize(
  argument: string,
  value: number | null | undefined,
  largest = LARGEST_PAGE,
): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (!Number.isInteger(value) || value < 1 || value > largest) {
    throw new ArgumentError(argument, value, `a whole number from 1 to ${largest}`);
  }
  return value;
}
