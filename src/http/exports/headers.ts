import { isoInstant } from '../../graphql/arguments/instants.js';
import { BY_NAME } from '../../export/formats/formats.js';
import type { FormatName } from '../../export/formats/format.js';
import { attributionOf, licenceOf } from '../../export/metadata.js';
import type { ExportPlan } from '../../export/plan.js';

/** Counts the rows, after the last of them. */
export const ROW_COUNT = 'x-row-count';

/**
 * What is said of a file before it is sent.
 * @param now seconds since 1970
 */
export function headersOf(
  { request, sources }: ExportPlan,
  format: FormatName,
  now: number,
  gzip: boolean,
): Record<string, string> {
  const { dataset, filter } = request;
  const query = new URLSearchParams(filter).toString();
  const name = `${dataset}-${isoInstant(now).replace(/\D/g, '').slice(0, 14)}.${format}`;
  return {
    'content-type': BY_NAME[format].contentType,
    ...(gzip && { 'content-encoding': 'gzip' }),
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
    vary: 'accept-encoding, authorization',
    'x-content-type-options': 'nosniff',
    'x-attribution': attributionOf(sources),
    'x-licence': licenceOf(sources),
    link: `</export/${dataset}/columns.json?${query}>; rel="describedby"; type="application/json"`,
  };
}
