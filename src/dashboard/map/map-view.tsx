import { ask } from '../api/ask.js';
import { useLoaded } from '../api/use-query.js';
import { MEASURES, type Measure, type MeasureName } from '../domain/measures.js';
import { MapNowDocument, MapRankingDocument } from '../generated/graphql.js';
import type { PageState } from '../state/page-state.js';
import { navigate } from '../state/use-page.js';
import { CopyMenu } from '../ui/copy-menu.js';
import { Panel } from '../ui/panel.js';
import { Select } from '../ui/select.js';
import { EmptyNote, When } from '../ui/states.js';
import { loadAtlas } from './atlas.js';
import { MapDrawing } from './map-drawing.js';
import { MapList } from './map-list.js';
import { mapValues } from './map-values.js';
import { atlasFor } from './projection.js';

const OPTIONS = (Object.keys(MEASURES) as MeasureName[]).map((value) => ({
  value,
  label: MEASURES[value].label,
}));

/** Every followed city, coloured by a measure. */
export function MapView({ page }: { page: PageState }) {
  const { measure, units } = page;
  const { ranking: by }: Measure = MEASURES[measure];
  const answer = useLoaded(
    `${measure} ${units}`,
    async (signal) => {
      const [now, ranking] = await Promise.all([
        ask(MapNowDocument, { units }, signal),
        by ? ask(MapRankingDocument, { by, units }, signal) : null,
      ]);
      const ground = atlasFor(now.cities.nodes.map(({ coordinates }) => coordinates));
      return { values: mapValues(measure, now, ranking), ground, atlas: await loadAtlas(ground, signal) };
    },
    60_000,
  );
  const question = by
    ? { query: MapRankingDocument.toString(), variables: { by, units } }
    : { query: MapNowDocument.toString(), variables: { units } };
  return (
    <Panel
      title="Followed cities"
      class="map-panel"
      aside={
        <Select
          label="Measure"
          options={OPTIONS}
          value={measure}
          onChange={(value) => navigate({ measure: value })}
        />
      }
    >
      <When answer={answer} label="The map" height="high">
        {({ values, ground, atlas }) =>
          values.spots.length === 0 ? (
            <EmptyNote>
              No city is followed yet: an administrator can follow some under{' '}
              <a href="?view=pipeline">Pipeline</a>.
            </EmptyNote>
          ) : (
            <div class="map-and-list">
              <MapDrawing values={values} ground={ground} atlas={atlas} />
              <MapList values={values} />
            </div>
          )
        }
      </When>
      <footer class="panel-foot">
        <CopyMenu name="the map" question={question} />
      </footer>
    </Panel>
  );
}
