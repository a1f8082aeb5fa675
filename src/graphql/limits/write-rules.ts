import { MOST_IDS, parseRunId } from '../arguments/ids.js';
import type {
  MutationCancelRunArgs,
  MutationCreateAlertRuleArgs,
  MutationDeleteAlertRuleArgs,
  MutationPlanBackfillArgs,
  MutationRebuildSummariesArgs,
  MutationRefreshWeatherArgs,
  MutationReplayArgs,
  MutationRetryRejectsArgs,
  MutationStartBackfillArgs,
  MutationTrackCitiesArgs,
  MutationUntrackCitiesArgs,
} from '../generated/resolvers.js';
import { newRuleOf, parseAlertRuleId } from '../writes/alert-rules.js';
import { rejectedOf } from '../writes/again.js';
import { parseInputCities, parseOptionalCities } from '../writes/cities.js';
import { parseInputDays, parseInputRange } from '../writes/ranges.js';

/** A mutation itself is one row; what its cities and its run are asked is weighed below. */
const ONE = { items: 1, rows: 1 };
const CITIES = { items: MOST_IDS, rows: MOST_IDS };

function ofCities({ input }: MutationTrackCitiesArgs | MutationUntrackCitiesArgs) {
  const { length } = parseInputCities(input.cityIds);
  return { items: 1, rows: length };
}

function ofBackfill({ input }: MutationPlanBackfillArgs | MutationStartBackfillArgs) {
  parseInputDays(input.range);
  return { items: 1, rows: parseInputCities(input.cityIds).length };
}

function ofRange({ input }: MutationReplayArgs | MutationRebuildSummariesArgs) {
  parseInputRange(input.range);
  return { items: 1, rows: parseOptionalCities(input.cityIds)?.length ?? 1 };
}

/** What mutations are reckoned to take, and the check of their arguments before any SQL runs. */
export const WRITE_RULES = {
  'Mutation.refreshWeather': ({ input }: MutationRefreshWeatherArgs) => (
    parseOptionalCities(input.cityIds),
    ONE
  ),
  'Mutation.trackCities': ofCities,
  'Mutation.untrackCities': ofCities,
  'Mutation.planBackfill': ofBackfill,
  'Mutation.startBackfill': ofBackfill,
  'Mutation.replay': ofRange,
  'Mutation.rebuildSummaries': ofRange,
  'Mutation.retryRejects': ({ input }: MutationRetryRejectsArgs) => (rejectedOf(input), ONE),
  'Mutation.cancelRun': ({ input }: MutationCancelRunArgs) => (parseRunId('input.id', input.id), ONE),
  'Mutation.createAlertRule': ({ input }: MutationCreateAlertRuleArgs) => (newRuleOf(input), ONE),
  'Mutation.deleteAlertRule': ({ input }: MutationDeleteAlertRuleArgs) => (
    parseAlertRuleId('input.id', input.id),
    ONE
  ),
  'TrackCitiesPayload.cities': () => CITIES,
  'UntrackCitiesPayload.cities': () => CITIES,
};
