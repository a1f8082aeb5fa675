import { useEffect } from 'preact/hooks';
import { lazyView } from './ui/lazy-view.js';
import { useQuery } from './api/use-query.js';
import { WeatherView } from './cities/weather-view.js';
import { WarehouseDocument } from './generated/graphql.js';
import type { View } from './state/page-state.js';
import { usePage } from './state/use-page.js';
import { DemoNote } from './ui/demo-note.js';
import { PageFoot } from './ui/page-foot.js';
import { TopBar } from './ui/top-bar.js';

// What most readers never open is not part of the first load.
const MapView = lazyView(async () => (await import('./map/map-view.js')).MapView);
const PipelineView = lazyView(async () => (await import('./pipeline/pipeline-view.js')).PipelineView);

const VIEW_OF = { weather: WeatherView, map: MapView, pipeline: PipelineView };
const TITLES: Readonly<Record<View, string>> = { weather: 'Weather', map: 'Map', pipeline: 'Pipeline' };

/** The page: its bar, one view, its foot. */
export function App() {
  const page = usePage();
  const answer = useQuery(WarehouseDocument, {}, 60_000);
  const View = VIEW_OF[page.view];
  useEffect(() => {
    document.title = `${TITLES[page.view]} – Weather warehouse`;
  }, [page.view]);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <TopBar page={page} />
      <main id="main" class="shell" tabIndex={-1}>
        <h1 class="visually-hidden">{TITLES[page.view]}</h1>
        {answer.data?.warehouse.demo && <DemoNote />}
        <View page={page} />
      </main>
      <PageFoot warehouse={answer.data?.warehouse} />
    </>
  );
}
