import { placeOf } from '../cities/city-name.js';
import { countText, formatAge, NOTHING } from '../domain/format.js';
import { useState } from 'preact/hooks';
import { useKey } from '../state/key.js';
import { EmptyNote } from '../ui/states.js';
import { unfollow } from './follow.js';
import { failure, type Outcome } from './outcome.js';
import { freshnessOf, type FollowedCity, type FreshnessState } from './health.js';

const LOOK: Readonly<Record<FreshnessState, { text: string; look: string }>> = {
  LATE: { text: 'late', look: 'badge-bad' },
  SILENT: { text: 'no answer yet', look: 'badge-warn' },
  PAUSED: { text: 'paused', look: '' },
  FRESH: { text: 'fresh', look: 'badge-good' },
};
const WORST_FIRST: readonly FreshnessState[] = ['LATE', 'SILENT', 'PAUSED', 'FRESH'];

interface Props {
  cities: readonly FollowedCity[];
  now: number;
  /** A city is followed no longer. */
  onDone: () => void;
}

/** How long ago each followed city answered; the worst first. */
export function Freshness({ cities, now, onDone }: Props) {
  const hasKey = useKey() !== '';
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const act = async (id: string) => {
    setOutcome(await unfollow(id).catch(failure));
    onDone();
  };
  if (cities.length === 0) return <EmptyNote>No city is followed. Follow one below.</EmptyNote>;
  const judged = cities.map((city) => ({ city, state: freshnessOf(city, now) }));
  const ordered = WORST_FIRST.flatMap((state) => judged.filter((item) => item.state === state));
  const counts = WORST_FIRST.map((state) => ({
    state,
    count: judged.filter((item) => item.state === state).length,
  }));
  return (
    <>
      <p class="freshness-sum">
        {counts.map(
          ({ state, count }) =>
            count > 0 && (
              <span key={state} class={`badge ${LOOK[state].look}`}>
                {countText(count, 'city', 'cities')} {LOOK[state].text}
              </span>
            ),
        )}
      </p>
      <p role="status" class={outcome?.isGood ? 'outcome-good' : 'outcome-bad'}>
        {outcome?.text}
      </p>
      <div class="table-scroll" role="region" tabIndex={0} aria-label="Table of freshness">
        <table>
          <thead>
            <tr>
              <th scope="col">City</th>
              <th scope="col">State</th>
              <th scope="col">Answered</th>
              <th scope="col">Asked again</th>
              {hasKey && <th scope="col">Do</th>}
            </tr>
          </thead>
          <tbody>
            {ordered.map(({ city, state }) => (
              <Row
                key={city.id}
                {...{ city, state, now }}
                onUnfollow={hasKey ? () => void act(city.id) : undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface RowProps {
  city: FollowedCity;
  state: FreshnessState;
  now: number;
  onUnfollow: (() => void) | undefined;
}

function Row({ city, state, now, onUnfollow }: RowProps) {
  const { lastFetchedAt, nextDueAt, failures = 0, intervalMinutes } = city.tracking ?? {};
  return (
    <tr>
      <th scope="row">
        <a href={`?city=${city.id}`}>{city.name}</a> <span class="muted">{placeOf(city)}</span>
      </th>
      <td>
        <span class={`badge ${LOOK[state].look}`}>{LOOK[state].text}</span>
        {failures > 0 && <span class="muted small"> {countText(failures, 'call')} failed</span>}
      </td>
      <td>{lastFetchedAt ? formatAge(Date.parse(lastFetchedAt), now) : NOTHING}</td>
      <td class="muted">
        {nextDueAt ? formatAge(Math.max(Date.parse(nextDueAt), now), now) : NOTHING}, every {intervalMinutes}{' '}
        min
      </td>
      {onUnfollow && (
        <td>
          <button
            type="button"
            class="link"
            aria-label={`Follow ${city.name} no longer`}
            onClick={onUnfollow}
          >
            Unfollow
          </button>
        </td>
      )}
    </tr>
  );
}
