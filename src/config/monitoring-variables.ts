import { z } from 'zod';
import { choice, http, integer, url } from './forms.js';
import type { Variable } from './variables.js';

/** Who is told how the program fares. */
export const MONITORING_VARIABLES = {
  METRICS_PORT: {
    schema: integer(1, 65535).optional(),
    defaultText: '(off)',
    meaning: 'Port of its own for `/metrics` (Prometheus), such as 9464; never served on `PORT`',
  },
  METRICS_HOST: {
    schema: z.string().min(1).default('127.0.0.1'),
    defaultText: '`127.0.0.1`',
    meaning: 'Address for `/metrics`; it asks for no key, so open it to a network of your own only',
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: url(...http).optional(),
    defaultText: '(off)',
    meaning:
      'Base URL of an OpenTelemetry collector (OTLP over HTTP), to which traces are sent: http://127.0.0.1:4318',
    secret: true,
  },
  ALERT_WEBHOOK_URL: {
    schema: url(...http).optional(),
    defaultText: '(none)',
    meaning: 'Where alerts are posted; without it they are kept in the table `alerts` only',
    secret: true,
  },
  ALERT_WEBHOOK_KIND: {
    schema: choice('json', 'ntfy').default('json'),
    defaultText: '`json`',
    meaning: 'How: as a `json` object, or as `ntfy` wants it (text, with title and priority in headers)',
  },
  ALERT_WEBHOOK_TOKEN: {
    schema: z
      .string()
      .regex(/^[\x21-\x7e]+$/, 'must be one word without spaces')
      .optional(),
    defaultText: '(none)',
    meaning: 'Sent with alerts as `Authorization: Bearer`',
    secret: true,
  },
  ALERT_RESOLVED: {
    schema: choice('on', 'off').default('off'),
    defaultText: '`off`',
    meaning: 'Whether the end of an alert is posted, too: `on` or `off`',
  },
} as const satisfies Record<string, Variable>;
