import { encodeCursor, type CursorKey } from '../arguments/cursor.js';
import type { ItemWriter } from '../written/write.js';

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** One page of a list, as Relay's specification has it. Edges and cursors are made when they are read. */
export class Connection<Node, E extends Edge<Node> = Edge<Node>> {
  private cache: { edges?: E[]; pageInfo?: PageInfo } = {};

  constructor(
    readonly nodes: Node[],
    private readonly more: { next: boolean; previous: boolean },
    private readonly edgeOf: (node: Node, index: number) => E,
  ) {}

  get edges(): E[] {
    return (this.cache.edges ??= this.nodes.map(this.edgeOf));
  }

  get pageInfo(): PageInfo {
    return (this.cache.pageInfo ??= {
      hasNextPage: this.more.next,
      hasPreviousPage: this.more.previous,
      startCursor: this.cursor(0),
      endCursor: this.cursor(this.nodes.length - 1),
    });
  }

  private cursor(index: number): string | null {
    const node = this.nodes[index];
    return node === undefined ? null : this.edgeOf(node, index).cursor;
  }
}

/** A page whose items are written when the answer is: it holds rows of what was read, and no nodes. */
export class WrittenPage {
  readonly nodes: never[] = [];
  readonly edges: never[] = [];

  constructor(
    readonly writer: ItemWriter,
    private readonly page: Connection<number>,
  ) {}

  get rows(): readonly number[] {
    return this.page.nodes;
  }

  get pageInfo(): PageInfo {
    return this.page.pageInfo;
  }
}

export interface PageOf {
  limit: number;
  backward: boolean;
  after: unknown;
  before: unknown;
}

/**
 * Cuts what was read, one more than a page where there are more, to the page.
 * @param read in the order of reading: from the end when going backward
 */
export function cut<T>(page: PageOf, read: readonly T[]) {
  const more = read.length > page.limit;
  const rows = read.slice(0, page.limit);
  if (page.backward) rows.reverse();
  const given = (cursor: unknown) => cursor !== null && cursor !== undefined;
  return {
    rows,
    // On the far side lies what the cursor names: it existed when it was answered.
    more: {
      next: page.backward ? given(page.before) : more,
      previous: page.backward ? more : given(page.after),
    },
  };
}

/** Makes a connection whose cursors hold a key of each node. */
export function connect<Node>(
  kind: string,
  nodes: Node[],
  more: { next: boolean; previous: boolean },
  keyOf: (node: Node, index: number) => CursorKey,
): Connection<Node> {
  return new Connection(nodes, more, (node, index) => ({
    cursor: encodeCursor(kind, keyOf(node, index)),
    node,
  }));
}
