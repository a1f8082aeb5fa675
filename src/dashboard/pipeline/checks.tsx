import { countText, formatAge } from '../domain/format.js';
import type { PipelineQuery } from '../generated/graphql.js';
import { EmptyNote } from '../ui/states.js';
import { checkText } from './check-texts.js';

type Check = PipelineQuery['warehouse']['checks'][number];

/** The newest result of each data check, failures first. */
export function Checks({ checks, now }: { checks: readonly Check[]; now: number }) {
  const [first] = checks;
  if (!first) return <EmptyNote>The data was not checked yet: it is once an hour.</EmptyNote>;
  const failed = checks.filter(({ status }) => status !== 'PASSED');
  const passed = checks.filter(({ status }) => status === 'PASSED');
  return (
    <>
      <ul class="checks">
        {[...failed, ...passed].map((check) => (
          <li key={check.name}>
            <span class={`badge ${lookOf(check)}`}>{check.status.toLowerCase()}</span>{' '}
            {checkText(check.name, check.status === 'PASSED')}
            {check.failing > 0 && <span class="muted"> {countText(check.failing, 'row')}</span>}
          </li>
        ))}
      </ul>
      <p class="muted small">Checked {formatAge(Date.parse(first.checkedAt), now)}.</p>
    </>
  );
}

function lookOf({ status, severity }: Check): string {
  if (status === 'PASSED') return 'badge-good';
  return severity === 'ERROR' ? 'badge-bad' : 'badge-warn';
}
