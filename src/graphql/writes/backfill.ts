import { SECOND } from '../../domain/time.js';
import type { BackfillFigures, Context } from '../context.js';
import type { BackfillInput, BackfillPlanPayload, UserError } from '../generated/resolvers.js';
import type { RunPayloadNode } from '../nodes.js';
import { parseInputCities, problemsWith } from './cities.js';
import { parseInputDays, problemsWithDays, windowOf } from './ranges.js';
import { requested } from './requested-run.js';
import { userError } from './user-errors.js';

const NO_PRICE: BackfillFigures = { calls: 0, weight: 0, days: 0, fits: false };
/** Days of the archive's quota that a backfill may take without saying so. */
const UNASKED_DAYS = 1;

/** What a backfill would cost. */
export async function planBackfill(context: Context, input: BackfillInput): Promise<BackfillPlanPayload> {
  const { userErrors, price } = await examine(context, input);
  return { ...(price ?? NO_PRICE), userErrors };
}

/** Asks for a backfill, unless it takes longer than was said to be acceptable. */
export async function startBackfill(context: Context, input: BackfillInput): Promise<RunPayloadNode> {
  const { userErrors, price, cityIds, window } = await examine(context, input);
  if (price && price.days > UNASKED_DAYS && input.acceptDays !== true) {
    const message =
      `It counts ${Math.ceil(price.weight)} calls and takes ${price.days.toFixed(1)} days of the archive's quota: ` +
      'start it with acceptDays: true, or ask for less.';
    userErrors.push(userError('QUOTA_EXCEEDED', message, 'acceptDays'));
  }
  return requested(context, userErrors, { job: 'BACKFILL', parameters: { cityIds }, window });
}

async function examine(context: Context, input: BackfillInput) {
  const cityIds = parseInputCities(input.cityIds);
  const ends = parseInputDays(input.range);
  const window = windowOf(ends);
  const userErrors = [
    ...(await problemsWith(context, cityIds, input.cityIds)),
    ...problemsWithDays(ends, context.now),
  ];
  if (userErrors.length > 0) return { userErrors, price: null, cityIds, window };
  const { write, surroundings } = context;
  const now = new Date(context.now * SECOND);
  const price = await surroundings.pricing.backfill(write, cityIds.length, window, now);
  if (Number.isFinite(price.days)) return { userErrors, price, cityIds, window };
  return { userErrors: [neverEnding()], price: null, cityIds, window };
}

function neverEnding(): UserError {
  return userError(
    'QUOTA_EXCEEDED',
    'One of its calls is more than a limit allows: it would never end.',
    'range',
  );
}
