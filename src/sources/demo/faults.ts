import { z } from 'zod';

const milliseconds = z.number().min(0).max(600_000);

/** What the simulator can do instead of answering properly. */
const fault = z.discriminatedUnion('kind', [
  /** Another HTTP status, with the source's own error body unless one is given. */
  z.object({
    kind: z.literal('STATUS'),
    status: z.int().min(200).max(599),
    /** The header as it is sent: seconds, a date, nonsense. */
    retryAfter: z.string().optional(),
    /** Where a 3xx points to; the query of the call is appended, as careless servers do. */
    location: z.string().optional(),
    body: z.string().optional(),
  }),
  /** Takes the call and never answers. */
  z.object({ kind: z.literal('HANG') }),
  /** Cuts the connection instead of an answer. */
  z.object({ kind: z.literal('RESET') }),
  /** The proper answer, a byte at a time. */
  z.object({ kind: z.literal('DRIP'), everyMs: milliseconds }),
  /** The proper answer, late. */
  z.object({ kind: z.literal('DELAY'), ms: milliseconds }),
  /** Promises the proper answer's length and closes half-way. */
  z.object({ kind: z.literal('CUT_SHORT') }),
  /** The first half of the proper answer, as if it were all. */
  z.object({ kind: z.literal('TRUNCATED') }),
  /** Status 200 with any text: a web page, an empty string, `null`. */
  z.object({ kind: z.literal('BODY'), body: z.string(), contentType: z.string().optional() }),
  /** The proper answer with its first temperature replaced by a word JSON does not know. */
  z.object({ kind: z.literal('NAN') }),
  /** The proper answer for a place ten degrees further south or north. */
  z.object({ kind: z.literal('OTHER_PLACE') }),
  /** That many megabytes, sent as they are or as little more than a thousandth of it. */
  z.object({ kind: z.literal('OVERSIZED'), megabytes: z.int().min(1).max(1000), gzip: z.boolean() }),
  /** Says it is gzip, and is not. */
  z.object({ kind: z.literal('BAD_GZIP') }),
]);

export type Fault = z.output<typeof fault>;

/** When a fault strikes: every condition that is given must hold. */
const faultRule = z.object({
  fault,
  /** Only calls whose path begins so. */
  path: z.string().optional(),
  /** Only calls for this place, to a tenth of a degree. */
  near: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  /** Lets so many of the calls above pass first. */
  after: z.int().min(0).default(0),
  /** Strikes so many times at most. */
  times: z.int().min(1).optional(),
  /** Share of the calls above that it strikes, 0 to 1. */
  probability: z.number().min(0).max(1).default(1),
});

export type FaultRule = z.input<typeof faultRule>;

const faultRules = z.array(faultRule);

/** A call as rules look at it. */
export interface FaultTarget {
  path: string;
  latitude: number | undefined;
  longitude: number | undefined;
}

/** Decides call by call which fault strikes, if any: the first rule that applies. */
export class FaultPlan {
  readonly #rules: { rule: z.output<typeof faultRule>; matched: number; struck: number }[];
  readonly #random: () => number;

  /** @throws ZodError when a rule does not fit; rules also come over HTTP */
  constructor(rules: unknown, seed: number) {
    this.#rules = faultRules.parse(rules).map((rule) => ({ rule, matched: 0, struck: 0 }));
    this.#random = randomNumbers(seed);
  }

  next(target: FaultTarget): Fault | undefined {
    return this.#rules.find((state) => {
      const { rule } = state;
      if (!concerns(rule, target)) return false;
      state.matched += 1;
      if (state.matched <= rule.after || state.struck >= (rule.times ?? Infinity)) return false;
      if (rule.probability < 1 && this.#random() >= rule.probability) return false;
      state.struck += 1;
      return true;
    })?.rule.fault;
  }
}

function concerns(rule: z.output<typeof faultRule>, target: FaultTarget): boolean {
  if (rule.path !== undefined && !target.path.startsWith(rule.path)) return false;
  if (!rule.near) return true;
  const { latitude = NaN, longitude = NaN } = target;
  return Math.abs(latitude - rule.near.latitude) <= 0.1 && Math.abs(longitude - rule.near.longitude) <= 0.1;
}

/** The same numbers in [0, 1) for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
