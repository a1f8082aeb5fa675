/** Sentences that a run's error quotes; the others are counted. */
const QUOTED = 5;

/** A text with a full stop; upstream's own messages may have one already. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** What happened, and the first few of the reasons. */
export function withReasons(summary: string, reasons: readonly string[]): string {
  return [summary, ...reasons.slice(0, QUOTED).map(sentence)].join(' ');
}
