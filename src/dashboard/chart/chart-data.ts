/** Values by time, ascending; null where something belongs but there is nothing. */
export interface Track {
  /** Milliseconds since 1970. */
  time: number[];
  values: (number | null)[];
}

/** Least and greatest by time. */
export interface Band {
  time: number[];
  low: (number | null)[];
  high: (number | null)[];
}

/** A local day as the table has it. */
export interface Day {
  date: string;
  min: number | null;
  mean: number | null;
  max: number | null;
  observedHours: number;
  expectedHours: number;
}

/** What a chart draws of one city; a track that was not asked for is absent. */
export interface CityChart {
  id: string;
  unit: string;
  /** Means of hours or days without holes in time: what is missing is null. */
  observed: Track;
  /** The same with short gaps filled. */
  filled: Track;
  days?: Day[];
  daily?: Band;
  hourly?: Band;
  average5?: Track;
  average24?: Track;
  observations?: Track;
}
