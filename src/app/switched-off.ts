import type { Config } from '../config/load.js';

/** What this process could do and does not, each with the setting that changes it. */
export function switchedOff(config: Config): string[] {
  const off: [boolean, string][] = [
    [config.FORECASTS === 'off', 'forecasts (FORECASTS=on keeps them)'],
    [config.METRICS_PORT === undefined, 'metrics (METRICS_PORT=9464 serves them)'],
    [config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined, 'traces (OTEL_EXPORTER_OTLP_ENDPOINT)'],
    [
      config.ALERT_WEBHOOK_URL === undefined,
      'alerts by webhook (ALERT_WEBHOOK_URL); they are kept in a table',
    ],
  ];
  return off.flatMap(([isOff, text]) => (isOff ? [text] : []));
}
