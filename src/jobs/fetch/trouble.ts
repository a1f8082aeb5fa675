import { HOUR } from '../../domain/time.js';
import type { Logger } from '../../logger.js';
import type { Governor } from '../../sources/governor/governor.js';
import { THROTTLED_PAUSE, UNAUTHORISED_PAUSE, UNAVAILABLE_PAUSE } from '../../sources/governor/verdict.js';
import { sentence } from '../sentences.js';
import type { SourceTrouble } from './batch.js';

const PAUSES = {
  UNAUTHORISED: UNAUTHORISED_PAUSE,
  THROTTLED: THROTTLED_PAUSE,
  UNAVAILABLE: UNAVAILABLE_PAUSE,
} as const;

/**
 * Pauses the source for every replica, as its trouble calls for. Logged as a warning once, until the source
 * answers again. @returns the sentence for the run
 */
export async function pauseFor(governor: Governor, trouble: SourceTrouble, logger: Logger): Promise<string> {
  const { until, failures } = await governor.pause({
    wait: trouble.kind === 'THROTTLED' ? trouble.retryAfter : null,
    ...PAUSES[trouble.kind],
    reason: trouble.detail,
  });
  const text = `${sentence(trouble.detail)} No calls until ${until.toISOString()}.`;
  logger[failures === 1 ? 'warn' : 'debug']({ source: governor.source, failures }, text);
  return text;
}

/**
 * Pauses a source whose quota is used up: until it begins anew, but an hour at most, so that a raised limit is
 * noticed. @returns the sentence for the run
 */
export async function pauseForQuota(governor: Governor, resetsAt: Date): Promise<string> {
  const reason = `The quota of ${governor.source} is used up until ${resetsAt.toISOString()}`;
  const wait = Math.min(Math.max(resetsAt.getTime() - Date.now(), 0), HOUR);
  await governor.pause({ wait, first: HOUR, longest: HOUR, reason, failure: false });
  return `${reason}.`;
}
