import type { Program } from './program.js';

export interface ReadAnswer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string } }[];
}

/** Asks without a key. */
export async function ask(where: Program, query: string): Promise<{ status: number; body: ReadAnswer }> {
  const response = await fetch(`${await where.url()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: (await response.json()) as ReadAnswer };
}

/** What /readyz says, as text: its status, then its body. */
export async function readiness(where: Program): Promise<string> {
  const response = await fetch(`${await where.url()}/readyz`);
  return `${response.status} ${await response.text()}`;
}
