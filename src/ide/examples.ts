import { exampleVariables } from './variables.js';

/** A question that works as it stands, on a fresh demo as on real weather. */
export interface Example {
  /** The operation's name, which its tab shows. */
  name: string;
  /** Its first words, for a list. */
  about: string;
  query: string;
  /** JSON text; absent where there are none. */
  variables?: string;
  headers?: string;
}

/** Begins what only an administrator may do; the key is for the reader to add. */
const KEY_HEADERS = '{\n  "authorization": "Bearer "\n}';

/**
 * Makes the examples of their files' texts, in the order of the files' names.
 * @param now decides which days are the last ones
 */
export function examplesOf(files: Readonly<Record<string, string>>, now: Date): Example[] {
  const variables = exampleVariables(now);
  return Object.keys(files)
    .sort()
    .map((file) => example(files[file] ?? '', variables));
}

function example(query: string, variables: Readonly<Record<string, object>>): Example {
  const [, kind, name = ''] = /^(query|mutation|subscription) (\w+)/m.exec(query) ?? [];
  const given = variables[name];
  return {
    name,
    about: about(query),
    query: query.trimEnd(),
    ...(given && { variables: JSON.stringify(given, null, 2) }),
    ...(kind === 'mutation' && { headers: KEY_HEADERS }),
  };
}

/** The first sentence of the comment at the head. */
function about(query: string): string {
  const comment = [...query.matchAll(/^# (.*)$/gm)].map(([, line = '']) => line).join(' ');
  return /^.*?[.?](?= |$)/.exec(comment)?.[0] ?? comment;
}
