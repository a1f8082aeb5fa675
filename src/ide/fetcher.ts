import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import { getOperationAST, parse, type ExecutionResult } from 'graphql';
import { createClient, NetworkError } from 'graphql-sse';

type Headers = Record<string, string>;
type Answers = AsyncIterableIterator<ExecutionResult>;

const ENDPOINT = '/graphql';

/** Asks the API: queries and mutations by POST, subscriptions by server-sent events. */
export const fetcher: Fetcher = (params, options) => {
  const headers = sent(options?.headers);
  return isSubscription(params) ? listen(params, headers) : ask(params, headers);
};

/** A key that nobody has typed yet is none. */
function sent(headers: Record<string, unknown> = {}): Headers {
  const pairs = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  return Object.fromEntries(pairs.filter(([, value]) => !/^Bearer\s*$/i.test(value)));
}

function isSubscription({ query, operationName }: FetcherParams): boolean {
  try {
    const operation: string | undefined = getOperationAST(parse(query), operationName)?.operation;
    return operation === 'subscription';
  } catch {
    // The API says better than we could what is wrong with it.
    return false;
  }
}

async function ask(params: FetcherParams, headers: Headers): Promise<ExecutionResult> {
  const response = await fetch(ENDPOINT, {
    method: 'POST',
    body: JSON.stringify(params),
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
  });
  return answerOf(response);
}

/** Every answer of the API is JSON, refusals too; something else comes from something in between. */
async function answerOf(response: Response): Promise<ExecutionResult> {
  const text = await response.text();
  try {
    return JSON.parse(text) as ExecutionResult;
  } catch {
    throw new Error(`The answer has status ${response.status} and is no JSON: ${text.slice(0, 200)}`);
  }
}

function listen(params: FetcherParams, headers: Headers): Answers {
  const { query, operationName } = params;
  const variables = params.variables as Record<string, unknown>;
  const client = createClient({ url: `${ENDPOINT}/stream`, headers });
  const answers: Answers = client.iterate<Record<string, unknown>, Record<string, unknown>>({
    query,
    variables,
    ...(operationName && { operationName }),
  });
  const next = answers.next.bind(answers);
  answers.next = () => next().catch(refusal);
  return answers;
}

/** A refusal is an answer, too: it says what is wrong. */
async function refusal(error: unknown): Promise<IteratorResult<ExecutionResult>> {
  if (!(error instanceof NetworkError) || !error.response) throw error;
  return { done: false, value: await answerOf(error.response as Response) };
}
