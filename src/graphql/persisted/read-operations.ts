import { readFile } from 'node:fs/promises';
import { buildSchema, parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import type { Config } from '../../config/load.js';
import { InvalidInputError, messageOf } from '../../errors.js';
import { SHAPE_LIMITS, withinShape } from '../limits/shape.js';
import { SCHEMA_TEXT } from '../schema/schema.js';
import { ListedOperations } from './listed-operations.js';

const documents = z.record(z.string().min(1), z.string().min(1));

/** What `generate-persisted-query-manifest` writes. */
const apollo = z
  .object({
    format: z.literal('apollo-persisted-query-manifest'),
    operations: z.array(z.object({ id: z.string().min(1), body: z.string().min(1) })),
  })
  .transform(({ operations }) => Object.fromEntries(operations.map(({ id, body }) => [id, body])));

const manifest = z.union([apollo, documents]);

/** The list that the settings name, if they name one. @throws InvalidInputError */
export async function listedOperations(
  config: Pick<Config, 'PERSISTED_OPERATIONS' | 'PERSISTED_ONLY'>,
): Promise<ListedOperations | undefined> {
  const { PERSISTED_OPERATIONS: file, PERSISTED_ONLY: only } = config;
  if (file === undefined) return undefined;
  return new ListedOperations(await readOperations(file, buildSchema(SCHEMA_TEXT)), only === 'on');
}

/**
 * Reads a list of operations: an object of documents by id or hash, as Relay's compiler and GraphQL Code Generator write
 * it, or Apollo's manifest.
 * @throws InvalidInputError that says what is wrong with the file, or with which of its operations
 */
async function readOperations(file: string, schema: GraphQLSchema): Promise<Map<string, string>> {
  const operations = new Map(Object.entries(await readManifest(file)));
  if (operations.size === 0) throw unfit(file, 'names no operation');
  for (const [id, text] of operations) {
    const problem = problemOf(text, schema);
    if (problem !== undefined)
      throw unfit(file, `has an operation that cannot be answered, ${id}: ${problem}`);
  }
  return operations;
}

async function readManifest(file: string): Promise<Record<string, string>> {
  try {
    return manifest.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof z.ZodError) {
      throw unfit(file, 'is no object of documents by id, and no manifest of Apollo');
    }
    throw unfit(file, `cannot be read: ${messageOf(error)}`);
  }
}

function problemOf(text: string, schema: GraphQLSchema): string | undefined {
  try {
    const document = parse(text, { maxTokens: SHAPE_LIMITS.tokens });
    return validate(schema, document, [withinShape, ...specifiedRules])[0]?.message;
  } catch (error) {
    return messageOf(error);
  }
}

const unfit = (file: string, reason: string): InvalidInputError =>
  new InvalidInputError(`PERSISTED_OPERATIONS names ${file}, which ${reason}.`);
