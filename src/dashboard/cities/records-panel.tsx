import { useQuery } from '../api/use-query.js';
import { dateOf } from '../chart/local-days.js';
import { countText, formatDay, formatValue } from '../domain/format.js';
import { RecordsDocument, type RecordKind, type Units } from '../generated/graphql.js';
import { CopyMenu } from '../ui/copy-menu.js';
import { Panel } from '../ui/panel.js';
import { EmptyNote, When } from '../ui/states.js';
import { anomalySentence } from './anomaly-sentence.js';

const SHOWN: readonly (readonly [RecordKind, string])[] = [
  ['HIGHEST_TEMPERATURE', 'Highest temperature'],
  ['LOWEST_TEMPERATURE', 'Lowest temperature'],
  ['WARMEST_DAY', 'Warmest day'],
  ['COLDEST_DAY', 'Coldest day'],
  ['MOST_PRECIPITATION', 'Most precipitation in a day'],
  ['STRONGEST_GUST', 'Strongest gust'],
];
const DAY = 86_400_000;

interface Props {
  city: { id: string; name: string; timeZone: string };
  units: Units;
  now: number;
}

/** The extremes of a city in this warehouse, and how unusual its last days were. */
export function RecordsPanel({ city, units, now }: Props) {
  const range = { from: dateOf(now - 7 * DAY, city.timeZone), to: dateOf(now - DAY, city.timeZone) };
  const variables = { id: city.id, units, range };
  const answer = useQuery(RecordsDocument, variables, 10 * 60_000);
  return (
    <Panel title={`Records of ${city.name}`} class="records-panel">
      <When answer={answer} label="Records">
        {(data) => {
          const records = data.city?.records.filter(({ value }) => value !== null) ?? [];
          if (records.length === 0)
            return <EmptyNote>No day is known yet that could set a record.</EmptyNote>;
          return (
            <>
              <dl class="records">
                {SHOWN.flatMap(([kind, label]) => {
                  const record = records.find((candidate) => candidate.kind === kind);
                  if (!record?.value) return [];
                  return (
                    <div key={kind}>
                      <dt>{label}</dt>
                      <dd>
                        {formatValue(record.value, record.unit)}{' '}
                        <span class="muted small">{record.dates[0] && formatDay(record.dates[0])}</span>
                      </dd>
                    </div>
                  );
                })}
              </dl>
              <p class="muted small">
                Of {countText(records[0]?.days ?? 0, 'day')} in this warehouse.{' '}
                {anomalySentence(data.city?.anomalies[0])}
              </p>
            </>
          );
        }}
      </When>
      <footer class="panel-foot">
        <CopyMenu name="the records" question={{ query: RecordsDocument.toString(), variables }} />
      </footer>
    </Panel>
  );
}
