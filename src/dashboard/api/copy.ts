/** What a view asked: its query and variables, for those who go on elsewhere. */
export interface Question {
  query: string;
  variables: Readonly<Record<string, unknown>>;
}

export type CopyFormat = 'GraphQL' | 'curl' | 'Python';
export const COPY_FORMATS: readonly CopyFormat[] = ['GraphQL', 'curl', 'Python'];

/**
 * A question as text that runs elsewhere: as it is, by curl, or by Python without packages.
 * @param origin of the program: http://127.0.0.1:4000
 */
export function copyText(question: Question, format: CopyFormat, origin: string): string {
  const query = question.query.trim();
  const variables = JSON.stringify(question.variables, null, 2);
  if (format === 'GraphQL') return `${query}\n\n# Variables\n${commented(variables)}\n`;
  return format === 'curl' ? curl(query, question, origin) : python(query, variables, origin);
}

const commented = (text: string): string => text.replace(/^/gm, '# ');

/** A single quote ends a shell's quoted text: it is written outside of it. */
const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function curl(query: string, { variables }: Question, origin: string): string {
  const body = JSON.stringify({ query, variables });
  return `curl -s ${origin}/graphql \\\n  -H 'Content-Type: application/json' \\\n  -d ${shellQuoted(body)}\n`;
}

function python(query: string, variables: string, origin: string): string {
  return `import json
from urllib.request import Request, urlopen

QUERY = ${JSON.stringify(query).replaceAll('\\n', '\\n"\n    "').replace(/^/, '(\n    ')}
)
VARIABLES = json.loads("""${variables.replaceAll('\\', '\\\\')}""")

request = Request(
    "${origin}/graphql",
    data=json.dumps({"query": QUERY, "variables": VARIABLES}).encode(),
    headers={"Content-Type": "application/json"},
)
with urlopen(request) as response:
    print(json.dumps(json.load(response), indent=2))
`;
}
