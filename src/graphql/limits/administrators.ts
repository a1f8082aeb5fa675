import { TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';

/** Fields of queries that only administrators may ask for, by coordinate; their descriptions say so, too. */
export const ADMINISTRATORS_FIELDS: ReadonlySet<string> = new Set([
  'Query.alertRules',
  'Query.alerts',
  'Query.rejects',
  'Query.trackingChanges',
  'Reject.payload',
  'Run.askedBy',
]);

/** Finds the first such field of a document, once a document. */
export class AdministratorsFields {
  readonly #known = new WeakMap<DocumentNode, string | null>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** @returns its coordinate; undefined when anybody may ask for all fields */
  in(document: DocumentNode): string | undefined {
    let found = this.#known.get(document);
    if (found === undefined) {
      found = this.#find(document) ?? null;
      this.#known.set(document, found);
    }
    return found ?? undefined;
  }

  #find(document: DocumentNode): string | undefined {
    const types = new TypeInfo(this.schema);
    const found: string[] = [];
    const Field = (): void => {
      const coordinate = `${types.getParentType()?.name ?? ''}.${types.getFieldDef()?.name ?? ''}`;
      if (ADMINISTRATORS_FIELDS.has(coordinate)) found.push(coordinate);
    };
    visit(document, visitWithTypeInfo(types, { Field }));
    return found[0];
  }
}
