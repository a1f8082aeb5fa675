import { ApiProblem } from '../api/problem.js';

/** What came of something an administrator did. */
export interface Outcome {
  text: string;
  isGood: boolean;
}

export const failure = (error: unknown): Outcome => ({
  text: error instanceof ApiProblem ? `${error.message} ${error.advice}` : String(error),
  isGood: false,
});
