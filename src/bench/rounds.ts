/** The one in the middle. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** The number after the script's name. @throws Error with how it is used, also when --help is asked for */
export function sizeOf(usage: string, usual: number): number {
  const [given] = process.argv.slice(2);
  if (given === undefined) return usual;
  if (Number(given) > 0) return Number(given);
  process.stdout.write(`${usage}\n`);
  process.exit(given === '--help' ? 0 : 1);
}
