/** What holds when a data check passes; a check that is not here is shown by its name. */
const HOLDS: Readonly<Record<string, string>> = {
  'city-is-stale': 'No city is stale',
  'day-is-not-its-hours': 'Every day equals its hours',
  'day-is-thin': 'No day is thin',
  'hour-without-observations': 'Every hour has its observations',
  'latest-is-not-latest': 'The latest are the latest',
  'live-is-not-reanalysis': 'Live values agree with reanalysis',
  'observations-from-the-future': 'No observation is from the future',
  'observations-of-unknown-city': 'Every observation has its city',
  'observations-without-payload': 'Every observation has its raw answer',
  'observations-without-values': 'No observation is empty',
  'rule-is-not-enforced': 'Every key and range is enforced',
  'sensor-is-stuck': 'No sensor is stuck',
  'temperature-jumps': 'No temperature jumps',
};

/** A check as a sentence that is true: of what holds when it passed, else of what was found. */
export function checkText(name: string, passed: boolean): string {
  const found = name.replaceAll('-', ' ');
  return (passed ? HOLDS[name] : undefined) ?? found.charAt(0).toUpperCase() + found.slice(1);
}
