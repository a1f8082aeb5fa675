import type { Command } from 'commander';
import { commandLine } from '../cli/program.js';

const WIDTH = 110;

/** Said once, at the beginning. */
const EXIT_CODES = /\n+Exit codes:\n(?: {2}.+\n)+/;

const HEAD = `# Command line

<!-- generated from src/cli by npm run generate -->

\`npm run cli -- <command>\`, or \`node dist/cli.js <command>\`: the jobs of the program by hand, and a look at its state. What
follows is what \`--help\` says.
`;

/** docs/cli.md: the help of every command. */
export function cliDocument(): string {
  const collected: string[] = [];
  const program = commandLine({
    writeOut: (text) => void collected.push(text),
    getOutHelpWidth: () => WIDTH,
    getOutHasColors: () => false,
  });
  const section = (title: string, command: Command): string => {
    collected.length = 0;
    command.outputHelp();
    return `## ${title}\n\n\`\`\`text\n${collected.join('').trim()}\n\`\`\`\n`;
  };
  const sections = leavesOf(program).map(({ path, command }) =>
    section(path, command).replace(EXIT_CODES, '\n'),
  );
  return [HEAD, section('All commands', program), ...sections].join('\n');
}

function leavesOf(parent: Command, prefix = ''): { path: string; command: Command }[] {
  return parent.commands.flatMap((command) => {
    const path = `${prefix}${command.name()}`;
    return command.commands.length > 0 ? leavesOf(command, `${path} `) : [{ path, command }];
  });
}
