import { formatAge, formatDuration } from '../domain/format.js';
import type { AlertsQuery } from '../generated/graphql.js';
import { EmptyNote } from '../ui/states.js';

type Alert = AlertsQuery['alerts'][number];

/** What fired: what is not over first, each with its delivery. */
export function AlertList({ alerts, now }: { alerts: readonly Alert[]; now: number }) {
  if (alerts.length === 0) return <EmptyNote>Nothing has fired yet.</EmptyNote>;
  const open = alerts.filter(({ resolvedAt }) => resolvedAt === null);
  const over = alerts.filter(({ resolvedAt }) => resolvedAt !== null);
  return (
    <ul class="alerts table-scroll" tabIndex={0} aria-label="What fired">
      {[...open, ...over].map((alert) => (
        <li key={alert.id}>
          <span class={`badge ${lookOf(alert)}`}>{alert.resolvedAt === null ? 'open' : 'over'}</span>
          <div>
            <strong>{alert.title}</strong>
            <p>{alert.message}</p>
            <p class="muted small">
              {formatAge(Date.parse(alert.raisedAt), now)}
              {alert.resolvedAt !== null && `, lasted ${lasted(alert.raisedAt, alert.resolvedAt)}`}
              {delivery(alert)}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function lookOf({ resolvedAt, severity }: Alert): string {
  if (resolvedAt !== null) return '';
  return severity === 'ERROR' ? 'badge-bad' : 'badge-warn';
}

const lasted = (from: string, to: string): string =>
  formatDuration(Math.max(0, Date.parse(to) - Date.parse(from)));

function delivery({ deliveredAt, deliveryError }: Alert): string {
  if (deliveredAt !== null) return ', sent';
  return deliveryError === null ? '' : `, not sent yet: ${deliveryError}`;
}
