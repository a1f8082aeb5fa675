import { useObservationNews, useReloadOnNews } from '../api/observation-news.js';
import { useQuery } from '../api/use-query.js';
import { ChartPanel } from '../chart/chart-panel.js';
import { LargestTrackedDocument, NowDocument, type NowQuery } from '../generated/graphql.js';
import type { PageState } from '../state/page-state.js';
import { CopyMenu } from '../ui/copy-menu.js';
import { LiveMark } from '../ui/live-mark.js';
import { Panel } from '../ui/panel.js';
import { EmptyNote, When } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import { CityChips } from './chips.js';
import { NowCard } from './now-card.js';
import { RecordsPanel } from './records-panel.js';
import { WeekStrip } from './week-strip.js';

/** Weather of some cities: now, over time, day by day. */
export function WeatherView({ page }: { page: PageState }) {
  return page.cities.length > 0 ? <Chosen page={page} ids={page.cities} /> : <Largest page={page} />;
}

/** Somebody who comes for the first time sees the largest city that is followed. */
function Largest({ page }: { page: PageState }) {
  const answer = useQuery(LargestTrackedDocument, { first: 1 }, 10_000);
  return (
    <When answer={answer} label="The weather" height="high">
      {({ cities }) =>
        cities.nodes[0] ? (
          <Chosen page={page} ids={[cities.nodes[0].id]} />
        ) : (
          <>
            <CityChips cities={[]} />
            <EmptyNote>
              No city is followed yet. Find one above to see what is known of it, or follow some under{' '}
              <a href="?view=pipeline">Pipeline</a>.
            </EmptyNote>
          </>
        )
      }
    </When>
  );
}

function Chosen({ page, ids }: { page: PageState; ids: readonly string[] }) {
  const now = useNow();
  const variables = { ids: [...ids], units: page.units };
  const answer = useQuery(NowDocument, variables, 60_000);
  const news = useObservationNews(ids);
  useReloadOnNews(news, answer.reload);
  return (
    <When answer={answer} label="The weather" height="high">
      {(data) => {
        const cities = inOrder(data, ids);
        const unitOf = (name: string) =>
          data.parameters.find(({ parameter }) => parameter === name)?.unit ?? '';
        if (cities.length === 0) return <Unknown />;
        return (
          <>
            <CityChips cities={cities} />
            <div class={`weather weather-${cities.length === 1 ? 'one' : 'many'}`}>
              <Panel title="Now" class="now-panel" aside={<LiveMark news={news} />}>
                <div class="now-cards">
                  {cities.map((city, place) => (
                    <NowCard key={city.id} {...{ city, place, unitOf, now }} />
                  ))}
                </div>
                <footer class="panel-foot">
                  <CopyMenu
                    name="the newest observations"
                    question={{ query: NowDocument.toString(), variables }}
                  />
                </footer>
              </Panel>
              {cities[0] && cities.length === 1 && (
                <WeekStrip city={cities[0]} units={page.units} news={news} />
              )}
              <ChartPanel
                page={page}
                news={news}
                cities={cities.map(({ id, name, timeZone }) => ({ id, name, timeZone }))}
              />
              {cities[0] && cities.length === 1 && (
                <RecordsPanel city={cities[0]} units={page.units} now={now} />
              )}
            </div>
          </>
        );
      }}
    </When>
  );
}

/** The API answers in its own order; the colours are in the order of the address. */
function inOrder(data: NowQuery, ids: readonly string[]): NowQuery['cities']['nodes'] {
  return ids.flatMap((id) => data.cities.nodes.find((city) => city.id === id) ?? []);
}

function Unknown() {
  return (
    <EmptyNote>
      The catalogue has no city of this number. <a href="?">Begin again</a>
    </EmptyNote>
  );
}
