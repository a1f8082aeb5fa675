import { DAY, HOUR, MINUTE, SECOND } from '../../domain/time.js';

/** 1234567 → "1,234,567" */
export function number(value: number, decimals = 0): string {
  return value.toLocaleString('en', { maximumFractionDigits: decimals });
}

/** "1 call", "1,344 calls" */
export function counted(value: number, noun: string, plural = `${noun}s`): string {
  return `${number(value)} ${value === 1 ? noun : plural}`;
}

/** "2026-05-01 13:00:00Z"; a dash for nothing. */
export function instant(at: Date | null | undefined): string {
  return at ? `${at.toISOString().slice(0, 19).replace('T', ' ')}Z` : '-';
}

/** A length of time for people. @param length milliseconds */
export function duration(length: number): string {
  if (length < SECOND) return `${Math.round(length)} ms`;
  if (length < 10 * SECOND) return `${(length / SECOND).toFixed(1)} s`;
  if (length < 2 * MINUTE) return `${Math.round(length / SECOND)} s`;
  if (length < 2 * HOUR) return `${Math.round(length / MINUTE)} min`;
  if (length < 2 * DAY) return `${Math.round(length / HOUR)} h`;
  return `${Math.round(length / DAY)} days`;
}

/** Lines of a label and its value, the values below each other. */
export function fields(entries: readonly (readonly [label: string, value: string])[]): string[] {
  const width = Math.max(0, ...entries.map(([label]) => label.length));
  return entries.map(([label, value]) => `${label.padEnd(width)}  ${value}`);
}

/** Lines of a table with its heading. Columns of numbers, by their heading's first space, stand on the right. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const names = heading.map((name) => name.trim());
  const widths = names.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return heading[column]?.startsWith(' ') ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [line(names), ...rows.map(line)];
}

/** How much there is in some tables: "1,200 rows of 31 tables". @param rows by table */
export function rowsOfTables(rows: Readonly<Record<string, number>>): string {
  const counts = Object.values(rows);
  const total = counts.reduce((sum, one) => sum + one, 0);
  return `${counted(total, 'row')} of ${counted(counts.length, 'table')}`;
}
