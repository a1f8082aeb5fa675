import { expect, test } from 'vitest';
import { EventQueue } from './event-queue.js';

function queueOf(most: number) {
  const told: string[] = [];
  const queue = new EventQueue<number>(
    () => told.push('slow'),
    () => told.push('end'),
    most,
  );
  return { queue, told };
}

const taken = async (queue: EventQueue<number>): Promise<number[]> => {
  const events: number[] = [];
  queue.end();
  for await (const event of queue) events.push(event);
  return events;
};

test('hands out events in order, whoever comes first, and ends after the last', async () => {
  const { queue, told } = queueOf(10);
  const first = queue.next();
  for (const event of [1, 2, 3]) queue.push(event);
  expect(await first).toEqual({ value: 1, done: false });
  expect(await taken(queue)).toEqual([2, 3]);
  expect(told).toEqual(['end']);
});

test('keeps the newest when a subscriber falls behind', async () => {
  const { queue, told } = queueOf(3);
  for (const event of [1, 2, 3, 4, 5]) queue.push(event);
  expect(told).toEqual([]);
  expect(await taken(queue)).toEqual([3, 4, 5]);
});

test('gives up a subscriber that lost as much as it may be behind, and keeps nothing for it', async () => {
  const { queue, told } = queueOf(3);
  for (let event = 1; event <= 6; event += 1) queue.push(event);
  expect(told).toEqual(['slow', 'end']);
  queue.push(7);
  expect(await taken(queue)).toEqual([]);
});

test('forgives what was lost once the subscriber has caught up', async () => {
  const { queue, told } = queueOf(2);
  for (let round = 0; round < 10; round += 1) {
    for (const event of [1, 2, 3]) queue.push(event);
    expect((await queue.next()).value).toBe(2);
    expect((await queue.next()).value).toBe(3);
  }
  expect(told).toEqual([]);
});

test('who waits for an event when the subscriber leaves is let go', async () => {
  const { queue, told } = queueOf(2);
  const waiting = queue.next();
  await queue.return();
  expect(await waiting).toEqual({ value: undefined, done: true });
  expect(told).toEqual(['end']);
});
