import { readFileSync } from 'node:fs';
import path from 'node:path';
import { InvalidInputError } from '../errors.js';
import type { SourceName } from '../domain/source.js';
import { VARIABLES, type Values, type Variable, type VariableName } from './variables.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The program's settings: built once, frozen, handed to whoever needs them. */
export interface Config extends Values {
  readonly source: SourceName;
  /** True when values are simulated: another database, and every answer says so. */
  readonly demo: boolean;
  /** Whether reading needs a key. */
  readonly readingNeedsKey: boolean;
  /** Absolute; DATA_DIR, or its folder of simulated data. */
  readonly dataDir: string;
}

const SOURCE_OF = { openweathermap: 'OPENWEATHERMAP', 'open-meteo': 'OPEN_METEO', demo: 'DEMO' } as const;

/**
 * Reads the settings.
 * @param env the environment; the process's own when absent
 * @param offline for what makes no calls: takes this source for granted, and needs no key
 * @throws InvalidInputError one message that lists every problem by variable and remedy, never a secret's value
 */
export function loadConfig(env: Environment = process.env, offline?: { source: SourceName }): Config {
  const problems: string[] = [];
  const entries = Object.entries(VARIABLES).map(([name, variable]) => [
    name,
    read(env, name, variable, problems),
  ]);
  if (problems.length > 0) throw new InvalidInputError(summary(problems));
  return complete(Object.fromEntries(entries) as Values, offline?.source);
}

function complete(values: Values, offlineSource: SourceName | undefined): Config {
  const chosen = values.WEATHER_SOURCE ?? (values.OPENWEATHERMAP_API_KEY ? 'openweathermap' : 'demo');
  const problem = contradiction(values, offlineSource ? undefined : chosen);
  if (problem !== undefined) throw new InvalidInputError(summary([problem]));
  const readingNeedsKey = values.READ_ACCESS === 'keys' || values.READ_KEYS !== undefined;
  const source = offlineSource ?? SOURCE_OF[chosen];
  const demo = source === 'DEMO';
  const base = path.resolve(values.DATA_DIR);
  return Object.freeze({
    ...values,
    source,
    demo,
    readingNeedsKey,
    dataDir: demo ? path.join(base, 'demo') : base,
  });
}

/** What does not go together, in a sentence. @param chosen the source that will be asked, if any will */
function contradiction(values: Values, chosen: Values['WEATHER_SOURCE']): string | undefined {
  if (chosen === 'openweathermap' && !values.OPENWEATHERMAP_API_KEY) {
    return 'OPENWEATHERMAP_API_KEY is missing: WEATHER_SOURCE=openweathermap needs a key (or set WEATHER_SOURCE=demo)';
  }
  if (values.FORECASTS === 'on' && chosen === 'open-meteo') {
    return 'FORECASTS is "on", but WEATHER_SOURCE=open-meteo has none here: leave out one of them';
  }
  if (values.READ_ACCESS === 'open' && values.READ_KEYS) {
    return 'READ_ACCESS is "open", but READ_KEYS are set: leave out one of them';
  }
  if (values.PERSISTED_ONLY === 'on' && !values.PERSISTED_OPERATIONS) {
    return 'PERSISTED_ONLY is "on", but PERSISTED_OPERATIONS names no file: nothing would be answered';
  }
  return undefined;
}

function read(env: Environment, name: string, variable: Variable, problems: string[]): unknown {
  const raw = rawValue(env, name, variable, problems);
  const given = raw?.trim();
  // An empty variable is an unset one: compose files and shells write them so. Only what is open or unlimited when it is
  // unset was meant to be something, and nobody would notice.
  if (given === '' && variable.whenEmpty !== undefined) {
    problems.push(`${name} is set, but empty: ${variable.whenEmpty}`);
  }
  const result = variable.schema.safeParse(given === '' ? undefined : given);
  if (result.success) return result.data;
  const reason = result.error.issues.map((issue) => issue.message).join(', ');
  const shown = variable.secret ? '' : ` (it is ${JSON.stringify(raw)})`;
  problems.push(`${name} ${reason}${shown}`);
  return undefined;
}

function rawValue(
  env: Environment,
  name: string,
  variable: Variable,
  problems: string[],
): string | undefined {
  const file = env[`${name}_FILE`];
  if (!variable.secret || !file) return env[name] ?? file;
  if (env[name]) problems.push(`${name} and ${name}_FILE are both set: keep one of them`);
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text === '' && variable.whenEmpty === undefined)
      problems.push(`${name}_FILE names a file that is empty (${file}): write the value into it`);
    return text;
  } catch {
    problems.push(
      `${name}_FILE names a file that cannot be read (${file}): mend the path or its permissions`,
    );
    return undefined;
  }
}

function summary(problems: string[]): string {
  return [
    'The settings do not fit:',
    ...problems.map((problem) => `  - ${problem}`),
    'See the table in README.md.',
  ].join('\n');
}

/** All names, for the documentation. */
export const VARIABLE_NAMES = Object.keys(VARIABLES) as VariableName[];
