/** What a look at one thing found. */
export interface Finding {
  level: 'ok' | 'warn' | 'fail';
  /** What was looked at: "clock". */
  what: string;
  /** What was found, in a sentence. */
  says: string;
  /** What to do about it; there when the level is not "ok". */
  advice?: string;
}

export function ok(what: string, says: string): Finding {
  return { level: 'ok', what, says };
}

export function warn(what: string, says: string, advice: string): Finding {
  return { level: 'warn', what, says, advice };
}

export function fail(what: string, says: string, advice: string): Finding {
  return { level: 'fail', what, says, advice };
}
