import {
  LONGEST_SPAN_DAYS,
  parseDateWindow,
  parseTimeWindow,
  type TimeWindow,
} from '../../graphql/arguments/window.js';
import { ArgumentError } from '../../graphql/errors.js';
import type { ListKind } from '../../graphql/lists/list.js';
import type { Texts } from './texts.js';

/** Longest span of instants one export may ask for: ten years. What is computed on request keeps the API's limit. */
export const LONGEST_EXPORT_DAYS = 3660;

/** Checks `from` and `to`, or `past`; the newest part that exists without them, as in the API. */
export function windowOf(texts: Texts, kind: ListKind): TimeWindow {
  const [from, to, past] = [texts.one('from'), texts.one('to'), texts.one('past')];
  if (from === undefined && to === undefined) return parseWindow(kind, { past });
  if (from === undefined) throw new ArgumentError('from', from, 'given when to is');
  if (to === undefined) throw new ArgumentError('to', to, 'given when from is');
  if (past !== undefined) throw new ArgumentError('past', past, 'absent when from and to are given');
  return parseWindow(kind, { range: { from, to } });
}

function parseWindow(kind: ListKind, args: Parameters<typeof parseTimeWindow>[0]): TimeWindow {
  if (kind.grain === 'LOCAL_DAY') return parseDateWindow(args);
  return parseTimeWindow(args, '', kind.computed === undefined ? LONGEST_EXPORT_DAYS : LONGEST_SPAN_DAYS);
}
