/** What went wrong with a question, and what the reader can do about it. */
export class ApiProblem extends Error {
  constructor(
    message: string,
    /** The API's stable code, or OFFLINE when there was no answer at all. */
    readonly code: string,
  ) {
    super(message);
  }

  /** A sentence that names what to do. */
  get advice(): string {
    return ADVICE[this.code] ?? 'Try again; if it stays so, the log of the program says more.';
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  OFFLINE: 'Is the program still running? Start it with “npm start”; this page tries again by itself.',
  SERVICE_UNAVAILABLE:
    'The warehouse is starting, or its database does not answer. This page tries again by itself.',
  UNAUTHENTICATED: 'Enter a key that may read: one of READ_KEYS, or the administrator’s.',
  FORBIDDEN: 'This key may only read. Enter the administrator’s key.',
  COST_LIMITED: 'Choose fewer cities or a shorter time.',
  TIMEOUT: 'Choose fewer cities or a shorter time.',
  BAD_USER_INPUT: 'The address of this page may have been edited by hand: begin again with “Reset”.',
  TOO_MANY_REQUESTS: 'Wait a minute: this address has asked too often.',
  RATE_LIMITED: 'Wait a minute: this address has asked too often.',
};

/** Codes of conditions that pass by themselves. */
export const passesByItself = ({ code }: ApiProblem): boolean =>
  code === 'OFFLINE' || code === 'SERVICE_UNAVAILABLE';
