/**
 * Keeps the promise made to clients: what the released schema has, schema.graphql still has.
 * Usage: tsx src/build/schema-changes.ts
 */
import { readFile } from 'node:fs/promises';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const RELEASED = 'src/graphql/schema/released.graphql';
const PRESENT = 'schema.graphql';

/**
 * Sentences about what would break clients of the released schema: what was removed, narrowed or newly required.
 * Additions are none, and neither are descriptions.
 */
export async function breakingChanges(released: string, present: string): Promise<string[]> {
  const changes = await diff(buildSchema(released), buildSchema(present));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message, criticality: { reason } }) => [message, ...(reason ? [reason] : [])].join('. '));
}

if (process.argv[1]?.endsWith('schema-changes.ts')) {
  const broken = await breakingChanges(await readFile(RELEASED, 'utf8'), await readFile(PRESENT, 'utf8'));
  for (const sentence of broken) {
    process.stderr.write(`${PRESENT} breaks clients of ${RELEASED}: ${sentence}\n`);
  }
  if (broken.length > 0) process.exitCode = 1;
}
