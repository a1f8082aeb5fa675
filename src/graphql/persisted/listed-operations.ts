import { createHash } from 'node:crypto';
import { apiError } from '../errors.js';

/** What a request says of the operation that it means, of whatever types its client chose. */
export interface Named {
  query?: unknown;
  /** As the specification of persisted documents has it: `sha256:` and the hash, or an id of the list's own. */
  documentId?: unknown;
  /** `persistedQuery.sha256Hash`: as clients of Apollo send it. */
  extensions?: unknown;
}

/** Operations that the owner of a server knows beforehand, and whether it answers any other. */
export class ListedOperations {
  readonly #byId: ReadonlyMap<string, string>;
  readonly #documents: ReadonlySet<string>;

  /**
   * @param operations documents by id; each answers to its SHA-256 as well
   * @param only whether all others are refused
   */
  constructor(
    operations: ReadonlyMap<string, string>,
    private readonly only: boolean,
  ) {
    this.#documents = new Set(operations.values());
    const hashed = [...this.#documents].map((text): [string, string] => [sha256(text), text]);
    this.#byId = new Map([...hashed, ...operations]);
  }

  /**
   * @returns the text to execute, if it is one of these; undefined when what the request says itself counts
   * @throws GraphQLError OPERATION_NOT_LISTED, when no others are answered; PERSISTED_QUERY_NOT_FOUND
   */
  find({ query, documentId, extensions }: Named): string | undefined {
    if (query === undefined || query === null || query === '') return this.#named(documentId, extensions);
    if (!this.only) return undefined;
    if (typeof query === 'string' && this.#documents.has(query)) return query;
    throw notListed();
  }

  #named(documentId: unknown, extensions: unknown): string | undefined {
    const id = idOf(documentId);
    const found = this.#byId.get(id ?? hashOf(extensions) ?? '');
    if (found !== undefined) return found;
    if (this.only) throw notListed();
    // Clients know by this code that they have to send the text; a hash by Apollo's way is looked up there.
    if (id !== undefined) throw notFound();
    return undefined;
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function idOf(documentId: unknown): string | undefined {
  return typeof documentId === 'string' ? documentId.replace(/^sha256:/, '') : undefined;
}

function hashOf(extensions: unknown): string | undefined {
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: { sha256Hash?: unknown } | null };
  const hash = persistedQuery?.sha256Hash;
  return typeof hash === 'string' ? hash : undefined;
}

const notListed = () =>
  apiError(
    'OPERATION_NOT_LISTED',
    'This server answers the operations of its list only: send the id, or the very text, of one of them.',
  );

const notFound = () =>
  apiError('PERSISTED_QUERY_NOT_FOUND', 'No operation has this documentId: send its text instead.');
