/** What a run did, as its row and the API count it. */
export interface RunCounts {
  calls: number;
  payloads: number;
  observationsInserted: number;
  observationsUpdated: number;
  observationsUnchanged: number;
  rejects: number;
  hoursSummarised: number;
  daysSummarised: number;
}

export type CountDelta = Partial<RunCounts>;

/** Adds one delta to another, in place. */
export function addCounts(sum: CountDelta, delta: CountDelta): void {
  for (const key of Object.keys(delta) as (keyof RunCounts)[]) {
    sum[key] = (sum[key] ?? 0) + (delta[key] ?? 0);
  }
}
