import type { ComponentChildren } from 'preact';
import type { ApiProblem } from '../api/problem.js';
import type { Loaded } from '../api/use-query.js';
import { useKey } from '../state/key.js';
import { KeyForm } from './key-form.js';
import { Panel } from './panel.js';

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
  const key = useKey();
  if (problem.code === 'UNAUTHENTICATED' && key === '') return <KeyWanted />;
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

/** Nothing is wrong: who reads here has a key. */
const KeyWanted = () => (
  <Panel title="Reading here is not open" class="key-wanted">
    <p>
      To read, enter one of its READ_KEYS, one made by <code>keys create</code>, or the administrator’s:
      whoever runs it has them.
    </p>
    <KeyForm />
    <p class="muted small">It stays in this page’s memory, and is gone with it, unless you tick otherwise.</p>
  </Panel>
);

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
