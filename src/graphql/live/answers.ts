import { execute, type ExecutionResult, type GraphQLFormattedError } from 'graphql';
import { SECOND } from '../../domain/time.js';
import type { LoaderCache } from '../loaders/loader-cache.js';
import type { Prepared } from './operations.js';

/** An answer as it goes out. */
export type Answer = Omit<ExecutionResult, 'errors'> & { errors?: GraphQLFormattedError[] };

/**
 * The answers of one subscription, each made when it is asked for: what has not been sent waits as an event. Not an
 * async generator, which could not be closed while it waits for the next event.
 */
export class Answers implements AsyncGenerator<Answer, void, void> {
  constructor(
    private readonly events: AsyncIterable<unknown>,
    private readonly prepared: Prepared,
    private readonly now: () => number,
    private readonly finish: (result: ExecutionResult) => Answer,
    private readonly source = events[Symbol.asyncIterator](),
  ) {}

  async next(): Promise<IteratorResult<Answer, void>> {
    const event = await this.source.next();
    if (event.done === true) return { value: undefined, done: true };
    const rootValue = event.value as { loaders: LoaderCache };
    const { loaders } = rootValue;
    const contextValue = { ...this.prepared.contextValue, loaders, now: this.now() / SECOND };
    const result = await execute({ ...this.prepared, rootValue, contextValue });
    return { value: this.finish(result), done: false };
  }

  async return(): Promise<IteratorResult<Answer, void>> {
    await this.source.return?.();
    return { value: undefined, done: true };
  }

  async throw(): Promise<IteratorResult<Answer, void>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
