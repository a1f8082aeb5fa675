import { CommanderError, type Command } from 'commander';
import { expect, test } from 'vitest';
import { commandLine } from './program.js';

/** What a line of arguments prints before any command begins, and with which code. */
async function refused(...args: string[]): Promise<{ code: number; text: string }> {
  const written: string[] = [];
  const write = (text: string): void => void written.push(text);
  const parsed = commandLine({ writeOut: write, writeErr: write }).parseAsync(args, { from: 'user' });
  const error: unknown = await parsed.catch((reason: unknown) => reason);
  if (!(error instanceof CommanderError)) throw new Error('The command began', { cause: error });
  return { code: error.exitCode, text: written.join('') };
}

function everyCommand(parent: Command, prefix: string[] = []): string[][] {
  return parent.commands.flatMap((command) => {
    const path = [...prefix, command.name()];
    return [path, ...everyCommand(command, path)];
  });
}

test.each(everyCommand(commandLine()).map((path) => [path.join(' '), path] as const))(
  '%s explains itself and the exit codes',
  async (_, path) => {
    const { code, text } = await refused(...path, '--help');
    expect(code).toBe(0);
    expect(text).toMatch(/Exit codes:\n {2}0 +done/);
    expect(text).not.toMatch(/undefined|\[object/);
  },
);

test.each([
  [['fetsch'], /Did you mean fetch\?/],
  [['fetch', '--all', '--cities', 'US:3'], /cannot be used with/],
  [['track'], /missing required argument 'spec'/],
  [['track', 'US:3', '--every', '10'], /10m, 2h or 1d/],
  [['replay'], /required option '--from <instant>' or '--rejected' not specified/],
  [['replay', '--rejected', '--from', '2026-05-01'], /cannot be used with/],
  [['replay', '--from', '2026-05-01', '--run', '7'], /go with '--rejected'/],
  [['replay', '--rejected', '--reason', 'RUDE'], /Allowed choices are HTTP, MALFORMED/],
  [['replay', '--from', '2026-05-01T13:00'], /with its zone/],
  [['backfill', '--from', '2026-02-30'], /a day of the calendar/],
  [['load', '--file', 'x', '--units', 'kelvin'], /Allowed choices are metric, imperial, standard/],
  [['runs', '--limit', '0'], /from 1 to 10000/],
  [['cancel', 'all'], /a whole number/],
  [['alerts', 'rules', 'add', 'Frost'], /required option '--parameter <name>'/],
  [['alerts', 'rules', 'add', 'Frost', '--parameter', 'RAIN', '--above', 'much'], /must be a number/],
])('%j is refused with a way out', async (args, sentence) => {
  const { code, text } = await refused(...args);
  expect(code).not.toBe(0);
  expect(text).toMatch(sentence);
  expect(text).toMatch(/--help shows how/);
});

test('load --file says that it never touches the demo’s database', async () => {
  expect((await refused('load', '--help')).text).toMatch(/never into the demo's; no key is needed/);
});
