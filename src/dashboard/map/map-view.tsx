import { ask } from '../api/ask.js';
import { useObservationNews, useReloadOnNews } from '../api/observation-news.js';
import { useLoaded } from '../api/use-query.js';
import { MEASURES, type MeasureName } from '../domain/measures.js';
import { MapNowDocument } from '../generated/graphql.js';
import type { PageState } from '../state/page-state.js';
import { navigate } from '../state/use-page.js';
import { CopyMenu } from '../ui/copy-menu.js';
import { LiveMark } from '../ui/live-mark.js';
import { Panel } from '../ui/panel.js';
import { Select } from '../ui/select.js';
import { EmptyNote, When } from '../ui/states.js';
import { loadAtlas } from './atlas.js';
import { loadMeasure, measureQuestion } from './load-measure.js';
import { MapDrawing } from './map-drawing.js';
import { MapList } from './map-list.js';
import { mapValues, type MapValues } from './map-values.js';
import { atlasFor } from './projection.js';

const OPTIONS = (Object.keys(MEASURES) as MeasureName[]).map((value) => ({
  value,
  label: MEASURES[value].label,
}));

/** Every followed city, coloured by a measure. */
export function MapView({ page }: { page: PageState }) {
  const { measure, units } = page;
  const answer = useLoaded(
    `${measure} ${units}`,
    async (signal) => {
      const now = await ask(MapNowDocument, { units }, signal);
      const cities = now.cities.nodes;
      const ground = atlasFor(cities.map(({ coordinates }) => coordinates));
      const [measured, atlas] = await Promise.all([
        loadMeasure({ name: measure, units, now }, signal),
        loadAtlas(ground),
      ]);
      return { values: mapValues(measure, cities, measured), ground, atlas };
    },
    60_000,
  );
  const ids = (answer.data?.values.spots ?? []).map(({ city }) => city.id).sort();
  const news = useObservationNews(ids);
  useReloadOnNews(news, answer.reload);
  return (
    <Panel
      title="Followed cities"
      class="map-panel"
      aside={
        <div class="map-tools">
          <LiveMark news={news} />
          <Select
            label="Measure"
            options={OPTIONS}
            value={measure}
            onChange={(value) => navigate({ measure: value })}
          />
        </div>
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
            <>
              {measure === 'ANOMALY' && <NoNormals values={values} />}
              <div class="map-and-list">
                <MapDrawing values={values} ground={ground} atlas={atlas} />
                <MapList values={values} />
              </div>
            </>
          )
        }
      </When>
      <footer class="panel-foot">
        <CopyMenu name="the map" question={measureQuestion(measure, units, ids)} />
      </footer>
    </Panel>
  );
}

/** A normal needs years: until there are some, the weeks before have to do. */
function NoNormals({ values }: { values: MapValues }) {
  if (values.spots.some(({ value }) => value !== null)) return null;
  return (
    <EmptyNote>
      What is normal is not known yet: it takes ten years of history, which an administrator can fetch with a
      backfill. Until then,{' '}
      <button type="button" class="link" onClick={() => navigate({ measure: 'DEPARTURE' })}>
        compare with the four weeks before
      </button>
      .
    </EmptyNote>
  );
}
