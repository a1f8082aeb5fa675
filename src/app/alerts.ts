import { webhook } from '../alerts/webhook.js';
import type { Config } from '../config/load.js';
import type { AlertSettings } from '../jobs/alert/alert.js';
import { quotaPeriods } from './quota-periods.js';

/** Alerts as the settings have them. */
export function alertSettings(config: Config, onDelivery?: AlertSettings['onDelivery']): AlertSettings {
  const { ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_KIND: kind, ALERT_WEBHOOK_TOKEN: token } = config;
  return {
    source: config.source,
    periods: () => quotaPeriods(config, new Date()),
    post: url === undefined ? undefined : webhook({ url, kind, token }),
    tellsEnds: config.ALERT_RESOLVED === 'on',
    ...(onDelivery && { onDelivery }),
  };
}
