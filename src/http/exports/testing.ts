import { expect } from 'vitest';
import type { ExportServer } from './testkit.js';

/** A row as JSON has it: of an export, or a node of the API. */
export type Row = Record<string, unknown>;

/** Three days of the test's data, as an export and as the API take them; and every city of it. */
export const RANGE = 'from=2026-05-12T00:00:00Z&to=2026-05-15T00:00:00Z';
export const FILTER_RANGE = 'range: { from: "2026-05-12T00:00:00Z", to: "2026-05-15T00:00:00Z" }';
export const ALL = '5128581,2867714,2193733';

export const PAGE = 'pageInfo { hasNextPage endCursor }';

export interface ExportClient {
  get: (address: string, headers?: Record<string, string>) => Promise<Response>;
  /** The rows of an NDJSON export. */
  rowsOf: (address: string) => Promise<Row[]>;
  /** Every node of a list of the API, page by page; the function makes the query of a page. */
  apiRows: (field: (page: string) => string) => Promise<Row[]>;
}

/** Asks a server for exports, and for the API's answers to compare them with. */
export function exportClient(server: ExportServer): ExportClient {
  const get = (address: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/export/${address}`, { headers: { 'accept-encoding': 'identity', ...headers } });
  return {
    get,
    rowsOf: async (address) => {
      const response = await get(address);
      const text = await response.text();
      expect(response.status, text + server.log.slice(-1).join('')).toBe(200);
      return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Row]));
    },
    apiRows: async (field) => {
      const nodes: Row[] = [];
      for (let after: string | null = null; ;) {
        const list: List = await page(
          server,
          field(`first: 500${after === null ? '' : `, after: "${after}"`}`),
        );
        nodes.push(...list.nodes);
        if (!list.pageInfo.hasNextPage) return nodes;
        after = list.pageInfo.endCursor;
      }
    },
  };
}

async function page(server: ExportServer, query: string): Promise<List> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: Row; errors?: unknown };
  expect(errors).toBeUndefined();
  return findList(data);
}

interface List {
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

function findList(data: Row): List {
  if (Array.isArray(data.nodes)) return data as unknown as List;
  return findList(Object.values(data)[0] as Row);
}
