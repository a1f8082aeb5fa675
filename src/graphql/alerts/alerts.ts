import { listAlerts, type Alert as StoredAlert } from '../../alerts/history.js';
import { listRules, type AlertRule as StoredRule } from '../../alerts/rules.js';
import { SECOND } from '../../domain/time.js';
import { parseRunId } from '../arguments/ids.js';
import { DEFAULT_PAGE, pageSize } from '../arguments/page.js';
import type { Context } from '../context.js';
import type { Alert, AlertRule, QueryAlertsArgs } from '../generated/resolvers.js';

/** All rules, by name. */
export async function loadAlertRules({ read }: Context): Promise<AlertRule[]> {
  return (await listRules(read)).map(ruleNode);
}

/** Checks the arguments of `alerts`. */
export function alertsOf({ onlyOpen, first, before }: QueryAlertsArgs) {
  return {
    onlyOpen,
    limit: pageSize('first', first) ?? DEFAULT_PAGE,
    // Ids of alerts are what those of runs are.
    before: typeof before === 'string' ? parseRunId('before', before) : undefined,
  };
}

/** Alerts, newest first. */
export async function loadAlerts({ read }: Context, args: QueryAlertsArgs): Promise<Alert[]> {
  return (await listAlerts(read, alertsOf(args))).map(alertNode);
}

export function ruleNode({ createdAt, cityIds, countryCodes, id, ...rule }: StoredRule): AlertRule {
  return {
    ...rule,
    id: String(id),
    cityIds: cityIds?.map(String) ?? null,
    countryCodes: countryCodes ? [...countryCodes] : null,
    createdAt: seconds(createdAt),
  };
}

function alertNode({ raisedAt, resolvedAt, deliveredAt, cityId, ...alert }: StoredAlert): Alert {
  return {
    ...alert,
    cityId: cityId === null ? null : String(cityId),
    raisedAt: seconds(raisedAt),
    resolvedAt: resolvedAt && seconds(resolvedAt),
    deliveredAt: deliveredAt && seconds(deliveredAt),
  };
}

const seconds = (at: Date): number => at.getTime() / SECOND;
