/** A table as prisma/schema.prisma models it, under its names in the database. */
export interface Model {
  table: string;
  columns: { name: string; type: string; nullable: boolean }[];
  /** Columns of the primary key, in its order. */
  key: string[];
}

export interface Enum {
  name: string;
  values: string[];
}

/** What PostgreSQL calls Prisma's types when nothing else is said. */
const TYPES: Readonly<Record<string, string>> = {
  BigInt: 'bigint',
  Boolean: 'boolean',
  Bytes: 'bytea',
  Float: 'double precision',
  Int: 'integer',
  Json: 'jsonb',
  String: 'text',
};

/** Reads models and enums from the text of a Prisma schema. */
export function modelsOf(schema: string): { models: Model[]; enums: Enum[] } {
  const enums = new Map(
    blocks(schema, 'enum').map(({ name, lines }) => [
      name,
      { name: mapped(lines, '@@map') ?? name, values: lines.filter((line) => /^\w+$/.test(line)) },
    ]),
  );
  const models = blocks(schema, 'model').map(({ name, lines }) => toModel(name, lines, enums));
  return { models, enums: [...enums.values()] };
}

function blocks(schema: string, kind: 'enum' | 'model'): { name: string; lines: string[] }[] {
  const found = schema.matchAll(new RegExp(`^${kind} (\\w+) \\{\\n([\\s\\S]*?)^\\}`, 'gm'));
  return [...found].map(([, name = '', body = '']) => ({
    name,
    lines: body.split('\n').map((line) => line.trim()),
  }));
}

function toModel(name: string, lines: string[], enums: ReadonlyMap<string, Enum>): Model {
  const names = new Map<string, string>();
  const ownKey: string[] = [];
  const columns = lines.flatMap((line) => {
    const [, field = '', type = '', list, optional] = /^(\w+)\s+(\w+)(\[\])?(\?)?/.exec(line) ?? [];
    const base = enums.get(type)?.name ?? TYPES[type] ?? (type === 'DateTime' ? 'timestamptz' : undefined);
    // Comments, block attributes and relations have no column.
    if (base === undefined) return [];
    const column = mapped([line], '@map') ?? field;
    names.set(field, column);
    if (/@id\b/.test(line)) ownKey.push(column);
    return [
      { name: column, type: `${nativeType(line) ?? base}${list ?? ''}`, nullable: optional !== undefined },
    ];
  });
  const [, fields] = /@@id\(\[([^\]]*)\]\)/.exec(lines.join('\n')) ?? [];
  const key = fields?.split(',').map((field) => names.get(field.trim()) ?? field.trim()) ?? ownKey;
  return { table: mapped(lines, '@@map') ?? name, columns, key };
}

function mapped(lines: readonly string[], attribute: '@map' | '@@map'): string | undefined {
  return new RegExp(`(?:^|\\s)${attribute}\\("([^"]+)"\\)`).exec(lines.join('\n'))?.[1];
}

/** \@db.Timestamptz(3) is timestamptz(3). */
function nativeType(line: string): string | undefined {
  return /@db\.(\w+(?:\(\d+\))?)/.exec(line)?.[1]?.toLowerCase();
}
