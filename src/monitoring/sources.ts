import type { CallOutcome, WeatherArchive, WeatherForecasts, WeatherSource } from '../sources/source.js';
import type { Metrics } from './metrics.js';
import type { Tracing } from './tracing.js';

type Kind = 'current' | 'archive' | 'forecast';
type Observed = Partial<WeatherSource & WeatherArchive & WeatherForecasts> & { name: WeatherSource['name'] };

/**
 * A source that is asked in the same way, each call timed and, with tracing, a span.
 * @param host of its base URL: the span's only word on where the call went, for the rest of the URL holds the key
 */
export function observeSource<Source extends Observed>(
  source: Source,
  host: string,
  { metrics, tracing }: { metrics: Metrics; tracing: Tracing },
): Source {
  const observe =
    <Args extends unknown[]>(kind: Kind, ask: (...args: Args) => Promise<CallOutcome>) =>
    (...args: Args): Promise<CallOutcome> => {
      const begun = performance.now();
      const attributes = { 'server.address': host, 'weather.source': source.name };
      return tracing.span(`call ${kind}`, attributes, async () => {
        const result = await ask(...args);
        const labels = { source: source.name, kind, outcome: result.kind };
        metrics.upstreamSeconds.observe(labels, (performance.now() - begun) / 1_000);
        return result;
      });
    };
  return {
    ...source,
    ...(source.current && { current: observe('current', source.current.bind(source)) }),
    ...(source.archive && { archive: observe('archive', source.archive.bind(source)) }),
    ...(source.forecast && { forecast: observe('forecast', source.forecast.bind(source)) }),
  };
}
