import { countText, formatAge, formatDay, NOTHING } from '../domain/format.js';
import type { PipelineQuery } from '../generated/graphql.js';
import { worriesOf, type FollowedCity } from './health.js';

interface Props {
  pipeline: PipelineQuery;
  cities: readonly FollowedCity[];
  now: number;
}

/** All is well, or what is not: at a glance. */
export function Headline({ pipeline, cities, now }: Props) {
  const { warehouse } = pipeline;
  const worries = worriesOf(pipeline, cities, now);
  const isWell = worries.length === 0;
  return (
    <section class={`headline ${isWell ? 'headline-good' : 'headline-bad'}`} aria-label="State">
      <div role="status">
        <p class="headline-text">
          <span class="light" aria-hidden="true" />
          {isWell
            ? 'Everything is in order'
            : `${countText(worries.length, 'thing needs', 'things need')} a look`}
        </p>
        {!isWell && (
          <ul>
            {worries.map((worry) => (
              <li key={worry}>{worry}</li>
            ))}
          </ul>
        )}
      </div>
      <dl class="figures">
        <Figure name="Observations" value={warehouse.observations.toLocaleString('en')} />
        <Figure name="Cities followed" value={warehouse.trackedCities.toLocaleString('en')} />
        <Figure
          name="Newest"
          value={warehouse.lastObservedAt ? formatAge(Date.parse(warehouse.lastObservedAt), now) : NOTHING}
        />
        <Figure
          name="Since"
          value={warehouse.firstObservedAt ? formatDay(warehouse.firstObservedAt) : NOTHING}
        />
      </dl>
    </section>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
