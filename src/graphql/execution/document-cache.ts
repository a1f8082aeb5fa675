import type { DocumentNode } from 'graphql';

/** Most documents kept parsed, validated and compiled: those used last. Clients send a few dozen over and over. */
const MOST_DOCUMENTS = 500;

/** Apollo's store of documents, bounded by number: a compiled query outweighs its document many times. */
export class DocumentCache {
  private readonly documents = new Map<string, DocumentNode>();

  get(key: string): Promise<DocumentNode | undefined> {
    const document = this.documents.get(key);
    if (document) {
      // Last in the map is last used.
      this.documents.delete(key);
      this.documents.set(key, document);
    }
    return Promise.resolve(document);
  }

  set(key: string, document: DocumentNode): Promise<void> {
    this.documents.set(key, document);
    const [oldest] = this.documents.keys();
    if (this.documents.size > MOST_DOCUMENTS && oldest !== undefined) this.documents.delete(oldest);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.documents.delete(key));
  }
}
