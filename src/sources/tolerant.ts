import type { z } from 'zod';
import type { Rejection } from '../domain/observation.js';
import { jsonText } from './text.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Beyond these, refused items of one payload are counted, not listed: a year of hours has 122,640 of them. */
const LISTED_REJECTIONS = 100;

/**
 * Reads a document by a schema, giving up as little as possible: an item that does not fit becomes a rejection and
 * is read as null, and the rest stands. The schema must therefore allow null everywhere below its root. Nothing
 * is coerced.
 * @returns `value` undefined when the root itself does not fit
 */
export function readTolerantly<T>(
  schema: z.ZodType<T>,
  json: unknown,
): { value: T | undefined; rejections: Rejection[] } {
  const first = schema.safeParse(json);
  if (first.success) return { value: first.data, rejections: [] };
  // Described before anything is removed: two issues may lie below each other.
  const rejections = listed(first.error.issues, json);
  for (const issue of first.error.issues) removeAt(json, issue.path);
  return { value: schema.safeParse(json).data, rejections };
}

/** A path as people write it: hourly.temperature_2m[3]; undefined for the root. */
function pathText(path: Path): string | undefined {
  if (path.length === 0) return undefined;
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('');
}

function listed(issues: readonly Issue[], json: unknown): Rejection[] {
  const rejections = issues.slice(0, LISTED_REJECTIONS).map((issue) => rejectionOf(issue, json));
  const more = issues.length - rejections.length;
  if (more > 0) rejections.push({ reason: 'SCHEMA', detail: `${more} more items of this reply do not fit.` });
  return rejections;
}

function rejectionOf(issue: Issue, json: unknown): Rejection {
  const path = pathText(issue.path);
  const tooFar = issue.code === 'too_big' || issue.code === 'too_small';
  return {
    reason: tooFar ? 'OUT_OF_RANGE' : 'SCHEMA',
    ...(path === undefined ? {} : { path }),
    value: jsonText(valueAt(json, issue.path)),
    detail: `${path ?? 'The reply'} does not fit: ${issue.message}.`,
  };
}

function valueAt(json: unknown, path: Path): unknown {
  return path.reduce<unknown>((holder, key) => (isHolder(holder) ? holder[key] : undefined), json);
}

function removeAt(json: unknown, path: Path): void {
  const key = path.at(-1);
  const holder = valueAt(json, path.slice(0, -1));
  if (key !== undefined && isHolder(holder)) holder[key] = null;
}

function isHolder(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
