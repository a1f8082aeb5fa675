import { argumentsOf } from '../../export/arguments/request.js';
import { DATASETS } from '../../export/datasets.js';
import { MOST_EXPORTS } from '../../export/export.js';
import { FORMATS } from '../../export/formats/format.js';

const lists = DATASETS.map((dataset) => {
  const endings = FORMATS.map((format) => `/export/${dataset}.${format}`).join('  ');
  return `${endings}\n  columns: /export/${dataset}/columns.json\n  arguments: ${argumentsOf(dataset).join(', ')}`;
}).join('\n\n');

/** What the address /export answers: everything there is, with examples. */
export function exportHelp(origin: string): string {
  return `Exports: the warehouse as files, streamed. The arguments are those of the GraphQL API.

${lists}

Which cities    cityIds=5128581,4887398 (at most 500), tracked=true, countryCode=US; those given must all hold
Which time      from=2026-05-01T00:00:00Z&to=2026-06-01T00:00:00Z (to is not included; of daily summaries days, both
                included), or past=P7D; with neither, the newest part as in the API
Units           units=METRIC, IMPERIAL or SCIENTIFIC; each column's name ends in its unit, columns.json says more
Measurements    parameters=AIR_TEMPERATURE,PRECIPITATION; all without it
Empty           CSV: nothing between the commas; NDJSON and Parquet: null. Never 0
Order           by city_id, then time (then source)
Going on        after= the first columns of the last whole row you have, with commas: 5128581,2026-05-01T13:00:00Z,DEMO
Limit           limit=100000 rows at most
Whole?          the trailer X-Row-Count comes only with a whole file; one that breaks off lacks the end of its chunks
Compression     Accept-Encoding: gzip (CSV, NDJSON)
Keys            Authorization: Bearer <key>, where reading needs one
At once         ${MOST_EXPORTS}; others are told when to come again (Retry-After)

Examples
  curl --compressed -OJ '${origin}/export/observations.csv?cityIds=5128581&past=P7D'
  curl -OJ '${origin}/export/daily-summaries.parquet?tracked=true&past=P365D&units=IMPERIAL'
  curl --compressed '${origin}/export/moving-averages.ndjson?countryCode=US&past=P2D&windowHours=24&frame=ROWS&fill=LINEAR'
`;
}
