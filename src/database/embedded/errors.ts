import { messageOf, UserFacingError } from '../../errors.js';

/** The embedded PostgreSQL cannot be started; the message says where, why and what to do. */
export class EmbeddedDatabaseError extends UserFacingError {
  override readonly name: string = 'EmbeddedDatabaseError';
}

/** A live process owns the data directory. It is left unharmed. */
export class DataDirectoryInUseError extends EmbeddedDatabaseError {
  override readonly name = 'DataDirectoryInUseError';

  /**
   * @param directory the data directory both want
   * @param pid the owner, as numbered on its own machine or in its own container
   * @param elsewhere the owner runs on another machine or in another container
   */
  constructor(
    readonly directory: string,
    readonly pid: number,
    elsewhere = false,
  ) {
    const owner = `process ${pid}${elsewhere ? ' of another machine or container' : ''}`;
    super(
      `The data directory ${directory} is in use by ${owner}. ` +
        `Stop that process first, or give this one a directory of its own with DATA_DIR.`,
    );
  }
}

/** Puts the directory and a remedy around what the operating system or PostgreSQL said. */
export function directoryError(directory: string, error: unknown): EmbeddedDatabaseError {
  if (error instanceof EmbeddedDatabaseError) return error;
  const said = messageOf(error);
  const sentence = `The data directory ${directory} cannot be used: ${said}. ${remedyFor(said)}`;
  return new EmbeddedDatabaseError(sentence, { cause: error });
}

/** What to do about a failure, judged by the operating system's words in its text. */
export function remedyFor(text: string): string {
  if (/ENOSPC|EDQUOT|no space left|quota exceeded/i.test(text)) {
    return 'The disk is full: free some space, or set DATA_DIR to a directory on another disk.';
  }
  if (/could not look up effective user/i.test(text)) {
    return 'Run as a user that has a name (a line in /etc/passwd), or set DATABASE_URL to a PostgreSQL of your own.';
  }
  if (/password authentication failed/i.test(text)) {
    return 'The file postgres.password in it does not fit the database: put the right one back from a backup.';
  }
  if (/EACCES|EPERM|EROFS|permission denied|read-only/i.test(text)) {
    return 'Make it writable for the user that runs this program, or set DATA_DIR to a directory that is.';
  }
  return 'Set DATA_DIR to another directory, or DATABASE_URL to a PostgreSQL of your own.';
}
