import type { TypedDocumentString } from '../generated/graphql.js';
import { currentKey } from '../state/key.js';
import { ApiProblem } from './problem.js';

interface GraphQLAnswer<A> {
  data?: A | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/**
 * Asks the API one question, with the key if one was entered.
 * @throws ApiProblem for everything but a whole answer
 */
export async function ask<A, V>(
  document: TypedDocumentString<A, V>,
  variables: V,
  signal?: AbortSignal,
): Promise<A> {
  const response = await post(JSON.stringify({ query: document.toString().trim(), variables }), signal);
  const { data, errors } = await answerOf<A>(response);
  const [error] = errors ?? [];
  if (error) throw new ApiProblem(error.message, error.extensions?.code ?? 'UNKNOWN');
  if (!data) throw new ApiProblem('The answer was empty.', 'UNKNOWN');
  return data;
}

async function post(body: string, signal?: AbortSignal): Promise<Response> {
  const key = currentKey();
  const headers: HeadersInit = { 'content-type': 'application/json' };
  if (key) headers.authorization = `Bearer ${key}`;
  try {
    return await fetch('/graphql', { method: 'POST', body, headers, signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem('The program does not answer.', 'OFFLINE');
  }
}

async function answerOf<A>(response: Response): Promise<GraphQLAnswer<A>> {
  try {
    return (await response.json()) as GraphQLAnswer<A>;
  } catch {
    throw new ApiProblem(`The answer (HTTP ${response.status}) was not JSON.`, 'UNKNOWN');
  }
}
