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

/** What was said to come, by instants three hours apart; null stands where one is missing. */
export interface CityForecast {
  /** Who made the newest one, and when it was asked for, milliseconds; null when there is none. */
  newest: { source: string; issuedAt: number } | null;
  /** What will come, as the newest one has it. */
  coming: Track;
  /** What had been forecast a day before it came, up to where the newest one begins. */
  ahead: Track;
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
  forecast?: CityForecast;
}
