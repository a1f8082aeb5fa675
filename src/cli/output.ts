/** Prints a result: a line for each entry, or one JSON document. */
export function print(result: object, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  const entries = Object.entries(result as Record<string, unknown>);
  const width = Math.max(...entries.map(([name]) => label(name).length));
  for (const [name, value] of entries)
    process.stdout.write(`${label(name).padEnd(width)}  ${String(value)}\n`);
}

/** observationsInserted → observations inserted */
function label(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/**
 * Shows how far something is, on standard error: one line that is written over on a terminal, nothing elsewhere.
 * @param share 0 to 1
 */
export function progressLine(what: string, count: number, share: number): void {
  if (!process.stderr.isTTY) return;
  const width = 30;
  const full = Math.round(Math.min(Math.max(share, 0), 1) * width);
  const bar = '█'.repeat(full) + '░'.repeat(width - full);
  process.stderr.write(`\r${bar} ${Math.round(share * 100)} %  ${count} ${what}${share >= 1 ? '\n' : ''}`);
}
