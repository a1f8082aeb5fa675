import { expect, test } from 'vitest';
import { DiscreetStorage } from './storage.js';

const KEY = 'Bearer the-administrators-key';
const HEADERS = JSON.stringify({ authorization: KEY });
const ASKED = 'graphiql:shouldPersistHeaders';
const tabs = (headers: string | null) =>
  JSON.stringify({ activeTabIndex: 0, tabs: [{ id: '1', title: 'A', query: '{ a }', headers, hash: null }] });
const history = (headers: string | null) => JSON.stringify({ queries: [{ query: '{ a }', headers }] });

/** A browser's storage, in memory. */
class Memory implements Storage {
  readonly held = new Map<string, string>();
  get length(): number {
    return this.held.size;
  }
  key(index: number): string | null {
    return [...this.held.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.held.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.held.set(key, value);
  }
  removeItem(key: string): void {
    this.held.delete(key);
  }
  clear(): void {
    this.held.clear();
  }
}

/** All that GraphiQL writes of a request with the key. */
function writeAll(storage: DiscreetStorage): void {
  storage.setItem('graphiql:headers', HEADERS);
  storage.setItem('graphiql:tabState', tabs(HEADERS));
  storage.setItem('graphiql:queries', history(HEADERS));
  storage.setItem('graphiql:favorites', history(HEADERS));
  storage.setItem('graphiql:theme', 'dark');
}

const text = (memory: Memory): string => JSON.stringify([...memory.held]);

test('keeps tabs, history and settings, and no header of any of them', () => {
  const memory = new Memory();
  writeAll(new DiscreetStorage(memory));
  expect(text(memory)).not.toContain('key');
  expect(Object.fromEntries(memory.held)).toEqual({
    'graphiql:tabState': tabs(null),
    'graphiql:queries': history(null),
    'graphiql:favorites': history(null),
    'graphiql:theme': 'dark',
  });
});

test("leaves no header in a tab's hash, which GraphiQL makes of it", () => {
  const memory = new Memory();
  const hashed = JSON.stringify({ tabs: [{ hash: `{ a }||${HEADERS}` }] });
  new DiscreetStorage(memory).setItem('graphiql:tabState', hashed);
  expect(text(memory)).not.toContain('key');
});

test('keeps the headers that are there once it is asked to, and forgets them once it is asked no more', () => {
  const memory = new Memory();
  const storage = new DiscreetStorage(memory);
  writeAll(storage);
  storage.setItem(ASKED, 'true');
  expect(storage.getItem('graphiql:headers')).toBe(HEADERS);
  expect(storage.getItem('graphiql:tabState')).toBe(tabs(HEADERS));
  storage.setItem(ASKED, 'false');
  expect(text(memory)).not.toContain('administrators-key');
  expect(storage.getItem('graphiql:headers')).toBeNull();
});

test('forgets what an earlier visit kept', () => {
  const memory = new Memory();
  const earlier = new DiscreetStorage(memory);
  earlier.setItem(ASKED, 'true');
  writeAll(earlier);
  new DiscreetStorage(memory).setItem(ASKED, 'false');
  expect(text(memory)).not.toContain('administrators-key');
});

test('clears what is of the IDE, and leaves what others of this site keep', () => {
  const memory = new Memory();
  memory.setItem('weather-warehouse.theme', 'dark');
  const storage = new DiscreetStorage(memory);
  writeAll(storage);
  expect(storage.length).toBe(4);
  storage.clear();
  expect([...memory.held.keys()]).toEqual(['weather-warehouse.theme']);
});
