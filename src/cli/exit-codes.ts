/** What a command's exit code says. */
export const EXIT = { DONE: 0, FAILED: 1, USAGE: 2, PARTLY: 3, INTERRUPTED: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_CODES_HELP = `
Exit codes:
  0    done
  1    failed
  2    wrong usage or settings; nothing was done
  3    partly done: some of it was refused or failed, and the output says what
  130  interrupted by Ctrl-C`;

/** Thrown by what stopped because of Ctrl-C, with a sentence on what becomes of the work. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}
