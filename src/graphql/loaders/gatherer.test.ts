import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Reader } from '../../database/reader.js';
import type { Queryable } from '../../database/sql.js';
import { Gatherer, type Lookup } from './gatherer.js';

const LEFT = new Error('gone');
const NO_DATABASE = { query: () => Promise.reject(new Error('not asked')) } as unknown as Queryable;

/** A lookup whose statements wait to be answered, and tell which keys they were of. */
function lookup(name = 'doubles', rowsOfKey = 1) {
  const statements: number[][] = [];
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const doubles: Lookup<number, number> = {
    name,
    idOf: (key) => key,
    read: async (_db, keys) => {
      statements.push([...keys]);
      await answered;
      return new Map(keys.map((key) => [key, 2 * key]));
    },
    rowsOfKey,
  };
  return { doubles, statements, answer };
}

/** A gatherer, and who waited for each of its statements. */
function gatherer() {
  const waiting: Reader[] = [];
  const readFor = (reader: Reader): Queryable => {
    waiting.push(reader);
    return NO_DATABASE;
  };
  return { gatherer: new Gatherer(readFor), waiting };
}

test('requests of the same moment share a statement, which reads each key once', async () => {
  const { gatherer: together } = gatherer();
  const { doubles, statements, answer } = lookup();
  const asked = [together.look(doubles, [1, 2]), together.look(doubles, [2, 3])];
  answer();
  const [one, other] = await Promise.all(asked);
  expect(statements).toEqual([[1, 2, 3]]);
  expect([one?.get(1), one?.get(2), other?.get(3)]).toEqual([2, 4, 6]);
});

test('who asks while a statement is under way is not answered by it', async () => {
  const { gatherer: together } = gatherer();
  const { doubles, statements, answer } = lookup();
  const before = together.look(doubles, [1]);
  await turn();
  const after = together.look(doubles, [1]);
  await turn();
  expect(statements).toEqual([[1], [1]]);
  answer();
  expect([(await before).get(1), (await after).get(1)]).toEqual([2, 2]);
});

test('what goes by another name has a statement of its own', async () => {
  const { gatherer: together } = gatherer();
  const [one, other] = [lookup('one'), lookup('other')];
  const asked = [together.look(one.doubles, [1]), together.look(other.doubles, [2])];
  one.answer();
  other.answer();
  await Promise.all(asked);
  expect([one.statements, other.statements]).toEqual([[[1]], [[2]]]);
});

test('a statement that is large enough waits for no more', async () => {
  const { gatherer: together } = gatherer();
  const { doubles, statements, answer } = lookup('days', 1000);
  const first = together.look(doubles, [1, 2]);
  await Promise.resolve();
  const second = together.look(doubles, [3]);
  answer();
  await Promise.all([first, second]);
  expect(statements).toEqual([[1, 2], [3]]);
});

test('a failure is told to all who wait', async () => {
  const { gatherer: together } = gatherer();
  const failing: Lookup<number, number> = {
    ...lookup().doubles,
    read: () => Promise.reject(new Error('no database')),
  };
  const asked = [together.look(failing, [1]), together.look(failing, [2])];
  for (const one of asked) await expect(one).rejects.toThrow('no database');
});

test('a statement is given up when all who wait for it have left, and not before', async () => {
  const { gatherer: together, waiting } = gatherer();
  const { doubles, answer } = lookup();
  const [one, other] = [new Reader(), new Reader()];
  const asked = [together.look(doubles, [1], one), together.look(doubles, [2], other)];
  await turn();
  one.leave(LEFT);
  expect(waiting.map((reader) => reader.reason())).toEqual([undefined]);
  other.leave(LEFT);
  expect(waiting.map((reader) => reader.reason())).toEqual([LEFT]);
  answer();
  await Promise.all(asked);
});

test('a statement that somebody waits for who never leaves is not given up', async () => {
  const { gatherer: together, waiting } = gatherer();
  const { doubles, answer } = lookup();
  const one = new Reader();
  const asked = [together.look(doubles, [1], one), together.look(doubles, [1])];
  await turn();
  one.leave(LEFT);
  expect(waiting.map((reader) => reader.reason())).toEqual([undefined]);
  answer();
  await Promise.all(asked);
});
