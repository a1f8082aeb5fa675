import type { Config } from '../../config/load.js';

const DEMO_NOTE = 'SIMULATED weather: the demo, not what happened anywhere.';

/**
 * Prints a command's result on standard output: one JSON document, or lines for people. Both say when it is about
 * simulated weather.
 */
export function print(
  { json, config }: { json: boolean; config: Pick<Config, 'demo'> },
  document: object,
  lines: readonly string[],
): void {
  const text = json
    ? JSON.stringify({ demo: config.demo, ...document })
    : [...lines, ...(config.demo ? [DEMO_NOTE] : [])].join('\n');
  process.stdout.write(`${text}\n`);
}

/** Says something beside the result, on standard error. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
