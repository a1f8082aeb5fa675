import {
  GraphQLError,
  Kind,
  type ASTNode,
  type DocumentNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';

/** Errors of an invalid document that are told, of however many it has. */
export const MOST_ERRORS = 5;

/** What a document may look like at most, before anything is known of its meaning. */
export const SHAPE_LIMITS = {
  /** Read by the parser. */
  tokens: 2_000,
  /** Fields within fields; the longest way through the schema has about ten. */
  depth: 15,
  aliases: 50,
  directives: 50,
  fragments: 50,
  /** Fields with fragments spread out: what is compiled and executed. */
  fields: 1_000,
  /** Times one field may stand in the same place, which the specification's rules compare pair by pair. */
  repetitions: 10,
  /** `__schema` and `__type`. */
  introspections: 3,
} as const;

type Limit = keyof typeof SHAPE_LIMITS;

/** What there is too much of, worded to follow a number. */
const WORDS: Readonly<Record<Limit, string>> = {
  tokens: 'tokens',
  depth: 'levels of fields within fields',
  aliases: 'aliases',
  directives: 'directives',
  fragments: 'fragments',
  fields: 'fields, with fragments spread out',
  repetitions: 'repetitions of a field in the same place',
  introspections: 'fields __schema or __type',
};

/**
 * Refuses documents out of all proportion. It runs before the specification's rules, some of which take seconds for
 * what this finds in a millisecond: a refused document is emptied, so that they find nothing to do.
 */
export const withinShape: ValidationRule = (context) => {
  const document = context.getDocument();
  const exceeded = new ShapeCount(document).exceeded();
  if (exceeded) {
    (document.definitions as ASTNode[]).splice(0);
    const limit = SHAPE_LIMITS[exceeded];
    context.reportError(
      new GraphQLError(`The query has more than ${limit} ${WORDS[exceeded]}: ask for less at a time.`, {
        extensions: { limit: { [exceeded]: limit } },
      }),
    );
  }
  return {};
};

/** Fields of a document's largest operation, with fragments spread out. */
export function countFields(document: DocumentNode): number {
  const count = new ShapeCount(document);
  count.exceeded();
  return count.of('fields');
}

interface Extent {
  depth: number;
  fields: number;
}

/** Counts what a document consists of; each fragment once. */
class ShapeCount {
  private readonly counts = new Map<Limit, number>();
  private readonly fragments = new Map<string, SelectionSetNode>();
  private readonly extents = new Map<string, Extent>();

  constructor(private readonly document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
      this.fragments.set(definition.name.value, definition.selectionSet);
    }
  }

  exceeded(): Limit | undefined {
    this.raise('fragments', this.fragments.size);
    for (const definition of this.document.definitions) {
      if (!('selectionSet' in definition)) continue;
      this.add('directives', definition.directives?.length ?? 0);
      const { depth, fields } = this.measure(definition.selectionSet, new Map());
      this.raise('depth', depth);
      this.raise('fields', fields);
    }
    return [...this.counts].find(([limit, count]) => count > SHAPE_LIMITS[limit])?.[0];
  }

  of(limit: Limit): number {
    return this.counts.get(limit) ?? 0;
  }

  /** @param places how often each field stands in the place that the set belongs to */
  private measure(set: SelectionSetNode, places: Map<string, number>): Extent {
    const extent = { depth: 0, fields: 0 };
    for (const selection of set.selections) {
      this.add('directives', selection.directives?.length ?? 0);
      const { depth, fields } = this.measureSelection(selection, places);
      extent.depth = Math.max(extent.depth, depth);
      extent.fields += fields;
    }
    return extent;
  }

  private measureSelection(selection: SelectionNode, places: Map<string, number>): Extent {
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.measure(selection.selectionSet, places);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.measureFragment(selection.name.value);
    if (selection.alias) this.add('aliases', 1);
    const name = selection.name.value;
    if (name === '__schema' || name === '__type') this.add('introspections', 1);
    const key = selection.alias?.value ?? name;
    places.set(key, (places.get(key) ?? 0) + 1);
    this.raise('repetitions', places.get(key) ?? 0);
    if (!selection.selectionSet) return { depth: 1, fields: 1 };
    const { depth, fields } = this.measure(selection.selectionSet, new Map());
    return { depth: depth + 1, fields: fields + 1 };
  }

  private measureFragment(name: string): Extent {
    const known = this.extents.get(name);
    if (known) return known;
    // A fragment within itself ends here; another rule refuses it.
    this.extents.set(name, { depth: 0, fields: 0 });
    const set = this.fragments.get(name);
    const extent = set ? this.measure(set, new Map()) : { depth: 0, fields: 0 };
    this.extents.set(name, extent);
    return extent;
  }

  private add(limit: Limit, count: number): void {
    this.counts.set(limit, (this.counts.get(limit) ?? 0) + count);
  }

  private raise(limit: Limit, count: number): void {
    this.counts.set(limit, Math.max(this.counts.get(limit) ?? 0, count));
  }
}
