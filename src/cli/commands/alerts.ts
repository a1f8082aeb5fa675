import type { Command } from 'commander';
import { alertSettings } from '../../app/alerts.js';
import { listAlerts, type Alert } from '../../alerts/history.js';
import { EXIT } from '../exit-codes.js';
import { examples, withJson, withReal } from '../options.js';
import { print } from '../output/print.js';
import { instant, table } from '../output/text.js';
import { wholeNumber } from '../arguments/count.js';
import { configFor, inWarehouse, type CommonOptions } from '../session.js';
import { addAlertRules } from './alert-rules.js';

/** Adds `alerts list`, `alerts test` and `alerts rules`. */
export function addAlerts(program: Command): void {
  const alerts = program
    .command('alerts')
    .description('what was worth telling an operator, and rules on the weather');
  addList(alerts);
  addTest(alerts);
  addAlertRules(alerts);
}

function addList(alerts: Command): void {
  withReal(alerts.command('list'))
    .description('alerts, newest first, and whether they were delivered')
    .option('--open', 'only those that are not over')
    .option('--limit <n>', 'so many at most', wholeNumber(1, 10_000), 50)
    .action(({ open = false, limit, ...options }: CommonOptions & { open?: boolean; limit: number }) =>
      inWarehouse(options, async (session) => {
        const rows = await listAlerts(session.pool, { onlyOpen: open, limit });
        const lines = table(['raised', 'kind', 'title', 'state', 'delivery'], rows.map(cells));
        print(session, { alerts: rows }, rows.length > 0 ? lines : ['There were no alerts.']);
        return EXIT.DONE;
      }),
    );
}

function cells(alert: Alert): string[] {
  const state = alert.resolvedAt ? `over ${instant(alert.resolvedAt)}` : 'open';
  return [instant(alert.raisedAt), alert.kind, alert.title, state, deliveryOf(alert)];
}

function deliveryOf({ deliveredAt, deliveryError, attempts }: Alert): string {
  if (deliveryError !== null) return `failed ${attempts} times: ${deliveryError}`;
  return deliveredAt ? `delivered ${instant(deliveredAt)}` : 'none';
}

function addTest(alerts: Command): void {
  withJson(alerts.command('test'))
    .description('post a test to the webhook of the settings, and say whether it was taken')
    .addHelpText('after', examples(['alerts test', 'ALERT_WEBHOOK_URL must be set']))
    .action(async (options: CommonOptions) => {
      const config = configFor(options);
      const { post } = alertSettings(config);
      const problem = post
        ? await post(testAlert())
        : 'ALERT_WEBHOOK_URL is not set: there is nowhere to post to';
      const line = problem === null ? 'The webhook took the test alert.' : `${problem}.`;
      print({ json: options.json ?? false, config }, { delivered: problem === null, problem }, [line]);
      process.exitCode = problem === null ? EXIT.DONE : EXIT.FAILED;
    });
}

function testAlert() {
  return {
    id: '0',
    state: 'RAISED' as const,
    kind: 'TEST',
    severity: 'WARNING' as const,
    title: 'Test of weather-warehouse',
    message: 'Somebody ran "alerts test". Nothing is wrong.',
    raisedAt: new Date().toISOString(),
    resolvedAt: null,
    cityId: null,
    city: null,
    rule: null,
  };
}
