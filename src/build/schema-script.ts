import { readFile } from 'node:fs/promises';
import { withSchemaEngine } from '../database/schema-engine.js';

/**
 * The SQL that makes an empty database what `prisma/schema.prisma` models, as Prisma's engine writes it. A new
 * migration starts from it; a test compares its tables with those that the migrations make.
 * @param connectionString any reachable database: the engine wants one, and only asks it for its version
 */
export async function schemaScript(connectionString: string): Promise<string> {
  const schema = { path: 'schema.prisma', content: await readFile('prisma/schema.prisma', 'utf8') };
  const diff = await withSchemaEngine(
    connectionString,
    (engine) =>
      engine.diff({
        from: { tag: 'empty' },
        to: { tag: 'schemaDatamodel', files: [schema] },
        script: true,
        exitCode: null,
        filters: { externalTables: [], externalEnums: [] },
      }),
    schema.content,
  );
  return diff.stdout ?? '';
}

if (process.argv[1]?.endsWith('schema-script.ts') && process.argv[2]) {
  process.stdout.write(await schemaScript(process.argv[2]));
}
