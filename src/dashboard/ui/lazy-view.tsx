import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiProblem } from '../api/problem.js';
import type { PageState } from '../state/page-state.js';
import { ProblemNote, Skeleton } from './states.js';

type ViewComponent = FunctionComponent<{ page: PageState }>;

/** A view whose code is fetched when it is first shown. */
export function lazyView(load: () => Promise<ViewComponent>): ViewComponent {
  let loaded: ViewComponent | undefined;
  return function LazyView({ page }) {
    const [, setRound] = useState(0);
    const [failed, setFailed] = useState(false);
    const renew = () => setRound((n) => n + 1);
    useEffect(() => {
      if (loaded) return;
      load().then(
        (view) => {
          loaded = view;
          renew();
        },
        () => setFailed(true),
      );
    }, []);
    const View = loaded;
    if (View) return <View page={page} />;
    if (failed)
      return (
        <ProblemNote
          problem={new ApiProblem('This part of the page could not be fetched.', 'OFFLINE')}
          reload={() => location.reload()}
        />
      );
    return <Skeleton height="high" label="The view" />;
  };
}
