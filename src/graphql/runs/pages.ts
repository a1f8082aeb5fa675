import { exchange, fill, type PreparedText, type SqlTemplate } from '../lists/template.js';

/**
 * A statement that reads a page of each of some runs: a branch for each, which stops once its page is full. One over all
 * of them together would read each run to its end, and a backfill has millions of rows.
 * @param template reads a page of one run: the `run`th of its first parameter, in the `order` given
 * @param count of runs; they are answered one after the other, each in that order
 * @param columns a select list over all rows; those of the template without it
 */
export function pagesOfRuns(
  template: SqlTemplate,
  { count, order, columns }: { count: number; order: string; columns?: string },
): PreparedText {
  const one = template.text.replace(/^(--.*\n)+/, '').replace(/;\s*$/, '');
  const branches = Array.from({ length: count }, (_, i) => exchange(one, { order, run: String(i + 1) }));
  const pages =
    count === 1 ? branches.join('') : `(${branches.join(') UNION ALL (')}) ORDER BY run_id, ${order}`;
  const text = columns === undefined ? pages : `SELECT ${columns} FROM (${pages}) AS pages`;
  // One run is asked for over and over; of several there are as many statements as numbers of them.
  return count === 1 ? fill({ name: template.name, text }, { text }) : { text };
}
