import { countText, formatAge } from '../domain/format.js';
import type { WarehouseQuery } from '../generated/graphql.js';
import { useNow } from './use-now.js';

/** What the page stands on, and the ways to the same data without it. */
export function PageFoot({ warehouse }: { warehouse: WarehouseQuery['warehouse'] | undefined }) {
  const now = useNow();
  return (
    <footer class="page-foot shell">
      {warehouse && (
        <p>
          {countText(warehouse.observations, 'observation')} of{' '}
          {countText(warehouse.trackedCities, 'followed city', 'followed cities')}
          {warehouse.lastObservedAt && `; the newest ${formatAge(Date.parse(warehouse.lastObservedAt), now)}`}
          . Cities: GeoNames, CC BY 4.0.
        </p>
      )}
      <p>
        Everything here is asked of the public API: <a href="/graphql">GraphQL</a>,{' '}
        <a href="/schema.graphql">its schema</a>.
      </p>
    </footer>
  );
}
