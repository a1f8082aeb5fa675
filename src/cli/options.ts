import { Option, type Command } from 'commander';

export const SELECTOR_HELP = `
<spec> chooses cities: US:50 for the 50 most populous of a country, *:100 of the world, 5128581 for a GeoNames id
("cities search" finds it); several with commas or spaces between.`;

/** Adds what every command has. */
export function withJson(command: Command): Command {
  return command.option('--json', 'print one JSON document instead of text');
}

/** Adds what commands have that make no upstream calls. */
export function withReal(command: Command): Command {
  return withJson(command).option(
    '--real',
    'work on the real weather’s database (DATABASE_URL, or DATA_DIR) although no key is set',
  );
}

/** The option that limits a command to some cities. */
export function citiesOption(description: string): Option {
  return new Option('--cities <spec>', description);
}

/** Examples below a command's help, each with what it does. */
export function examples(...entries: readonly (readonly [command: string, does: string])[]): string {
  const width = Math.max(...entries.map(([command]) => command.length));
  const lines = entries.map(([command, does]) => `  npm run cli -- ${command.padEnd(width)}  ${does}`);
  return `\nExamples:\n${lines.join('\n')}`;
}
