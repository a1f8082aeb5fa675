/** What loading did, as a run counts it. */
export interface LoadCounts {
  payloads: number;
  observationsInserted: number;
  observationsUpdated: number;
  /** Read again with equal content, or older than what is there. */
  observationsUnchanged: number;
  /** Items refused, whether they were refused before or not. */
  rejects: number;
}

export function noCounts(): LoadCounts {
  return {
    payloads: 0,
    observationsInserted: 0,
    observationsUpdated: 0,
    observationsUnchanged: 0,
    rejects: 0,
  };
}

export function sumOf(a: LoadCounts, b: LoadCounts): LoadCounts {
  return {
    payloads: a.payloads + b.payloads,
    observationsInserted: a.observationsInserted + b.observationsInserted,
    observationsUpdated: a.observationsUpdated + b.observationsUpdated,
    observationsUnchanged: a.observationsUnchanged + b.observationsUnchanged,
    rejects: a.rejects + b.rejects,
  };
}
