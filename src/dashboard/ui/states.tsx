import type { ComponentChildren } from 'preact';
import type { ApiProblem } from '../api/problem.js';
import type { Loaded } from '../api/use-query.js';
import { KeyForm } from './key-form.js';

/** The place of something that is on its way, as high as it will be. */
export function Skeleton({ height, label }: { height: 'low' | 'middle' | 'high'; label: string }) {
  return (
    <div class={`skeleton skeleton-${height}`} role="status">
      <span class="visually-hidden">{label} is loading</span>
    </div>
  );
}

/** What went wrong, and what to do. */
export function ProblemNote({ problem, reload }: { problem: ApiProblem; reload: () => void }) {
  const needsKey = problem.code === 'UNAUTHENTICATED' || problem.code === 'FORBIDDEN';
  return (
    <div class="note note-bad" role="alert">
      <p>
        <strong>{problem.message}</strong> {problem.advice}
      </p>
      {needsKey ? (
        <KeyForm />
      ) : (
        <button type="button" class="button" onClick={reload}>
          Try again
        </button>
      )}
    </div>
  );
}

/** Nothing is there, and why. */
export const EmptyNote = ({ children }: { children: ComponentChildren }) => (
  <div class="note note-empty">{children}</div>
);

interface WhenProps<T> {
  answer: Loaded<T>;
  label: string;
  height?: 'low' | 'middle' | 'high';
  children: (data: T) => ComponentChildren;
}

/** Shows an answer in whatever state it is: old data stays, under a note, when it could not be renewed. */
export function When<T>({ answer, label, height = 'middle', children }: WhenProps<T>) {
  const { data, problem, reload } = answer;
  if (data === undefined && !problem) return <Skeleton height={height} label={label} />;
  return (
    <>
      {problem && <ProblemNote problem={problem} reload={reload} />}
      {data !== undefined && children(data)}
    </>
  );
}
