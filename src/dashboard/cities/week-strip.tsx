import { useReloadOnNews, type ObservationNews } from '../api/observation-news.js';
import { useQuery } from '../api/use-query.js';
import { formatDay, formatNumber, formatValue } from '../domain/format.js';
import { WeekDocument, type Units, type WeekQuery } from '../generated/graphql.js';
import { CopyMenu } from '../ui/copy-menu.js';
import { Panel } from '../ui/panel.js';
import { EmptyNote, When } from '../ui/states.js';
import { rangeBars, type RangeBar } from './week-scale.js';

type Day = NonNullable<WeekQuery['city']>['dailySummaries']['nodes'][number];

/** Milliseconds from an observation to its day's summary, usually. */
const SUMMARISED = 5_000;

interface Props {
  city: { id: string; name: string };
  units: Units;
  news: ObservationNews;
}

/** The last days of a city, each from its least to its greatest temperature, with how much of it was observed. */
export function WeekStrip({ city, units, news }: Props) {
  const variables = { id: city.id, units };
  const answer = useQuery(WeekDocument, variables, 60_000);
  useReloadOnNews(news, answer.reload, SUMMARISED);
  return (
    <Panel title={`Last days in ${city.name}`} class="week-panel">
      <When answer={answer} label="The last days">
        {(data) => {
          const days = data.city?.dailySummaries.nodes ?? [];
          const unitOf = (name: string) =>
            data.parameters.find(({ parameter }) => parameter === name)?.unit ?? '';
          if (days.length === 0) return <EmptyNote>No day was summarised yet.</EmptyNote>;
          return (
            <Days days={days} temperature={unitOf('AIR_TEMPERATURE')} amount={unitOf('PRECIPITATION')} />
          );
        }}
      </When>
      <footer class="panel-foot">
        <CopyMenu name="the last days" question={{ query: WeekDocument.toString(), variables }} />
      </footer>
    </Panel>
  );
}

function Days({ days, temperature, amount }: { days: readonly Day[]; temperature: string; amount: string }) {
  const bars = rangeBars(days.map(({ airTemperature }) => airTemperature));
  return (
    <table class="week">
      <thead class="visually-hidden">
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Temperature</th>
          <th scope="col">Precipitation</th>
          <th scope="col">Observed</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, airTemperature, precipitation, coverage }, i) => (
          <tr key={date}>
            <th scope="row">{formatDay(date)}</th>
            <td class="week-range">
              <span class="week-low">{short(airTemperature.min, temperature)}</span>
              <Bar bar={bars[i]} />
              <span>{short(airTemperature.max, temperature)}</span>
            </td>
            <td>{formatValue(precipitation.total, amount)}</td>
            <td>
              <span class={coverage.complete ? 'muted' : 'badge'}>
                {coverage.ratio === 1
                  ? 'whole day'
                  : `${coverage.observedHours} of ${coverage.expectedHours} h`}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const short = (value: number | null, unit: string): string =>
  value === null ? '–' : `${formatNumber(value, '', 0)}${unit === 'K' ? ' K' : '°'}`;

function Bar({ bar }: { bar: RangeBar | null | undefined }) {
  return (
    <svg class="week-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="100" height="8" rx="4" />
      {bar && <rect class="range" x={bar.from} width={bar.width} height="8" rx="4" />}
    </svg>
  );
}
