import { formatAge } from '../domain/format.js';
import { EmptyNote } from '../ui/states.js';
import { quotaShare, type Quota } from './health.js';

/** The API's word for a limit that nobody reaches. */
const UNLIMITED = 2_147_483_647;

/** Calls made and left. */
export function Quotas({ quotas, now }: { quotas: readonly Quota[]; now: number }) {
  if (quotas.length === 0) return <EmptyNote>No calls are counted in this process.</EmptyNote>;
  return (
    <ul class="plain-list quotas">
      {quotas.map((quota) => (
        <li key={`${quota.source} ${quota.period}`}>
          <p>
            {quota.source} <span class="muted">{quota.period}</span>
          </p>
          <meter
            min={0}
            max={1}
            low={0.75}
            high={0.9}
            optimum={0}
            value={Math.min(1, quotaShare(quota))}
            aria-label={`Calls to ${quota.source} in ${quota.period}`}
          />
          <p class="muted small">
            {quota.used.toLocaleString('en')}
            {quota.limit < UNLIMITED && ` of ${quota.limit.toLocaleString('en')}`} calls; begins anew{' '}
            {formatAge(Date.parse(quota.resetsAt), now)}
          </p>
        </li>
      ))}
    </ul>
  );
}
