import { HOUR } from '../../domain/time.js';
import {
  THROTTLED_PAUSE,
  UNAUTHORISED_PAUSE,
  UNAVAILABLE_PAUSE,
  type Governor,
} from '../../sources/governor/governor.js';

import type { SourceTrouble } from './batch.js';

/** Pauses the source for every replica, as its trouble calls for. @returns the sentence for the run */
export async function pauseFor(governor: Governor, trouble: SourceTrouble): Promise<string> {
  const until = await governor.pause({
    wait: trouble.kind === 'THROTTLED' ? trouble.retryAfter : null,
    ...(trouble.kind === 'UNAUTHORISED'
      ? UNAUTHORISED_PAUSE
      : trouble.kind === 'THROTTLED'
        ? THROTTLED_PAUSE
        : UNAVAILABLE_PAUSE),
    reason: trouble.detail,
  });
  return `${trouble.detail} No calls until ${until.toISOString()}.`;
}

/**
 * Pauses a source whose quota is used up: until it begins anew, but an hour at most, so that a raised limit is
 * noticed. @returns the sentence for the run
 */
export async function pauseForQuota(governor: Governor, resetsAt: Date): Promise<string> {
  const reason = `The quota of ${governor.source} is used up until ${resetsAt.toISOString()}.`;
  const wait = Math.min(Math.max(resetsAt.getTime() - Date.now(), 0), HOUR);
  await governor.pause({ wait, first: HOUR, longest: HOUR, reason });
  return reason;
}
