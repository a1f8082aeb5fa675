import { useState } from 'preact/hooks';
import { ask } from '../api/ask.js';
import { CityPicker } from '../cities/picker.js';
import { RefreshWeatherDocument } from '../generated/graphql.js';
import { useKey } from '../state/key.js';
import { KeyForm } from '../ui/key-form.js';
import { follow } from './follow.js';
import { failure, type Outcome } from './outcome.js';

/** What an administrator can do from here. Without a key, where to find it. */
export function Admin({ onDone }: { onDone: () => void }) {
  const key = useKey();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const act = async (action: () => Promise<Outcome>) => {
    setOutcome(null);
    setOutcome(await action().catch(failure));
    onDone();
  };
  return (
    <div class="admin">
      {!key && (
        <p class="muted">
          These need the administrator’s key. The program says at its start in which file it lies:{' '}
          <code>data/demo/admin-key</code> in the demo, <code>data/admin-key</code> else.
        </p>
      )}
      <KeyForm />
      {key && (
        <>
          <button type="button" class="button button-primary" onClick={() => void act(refresh)}>
            Refresh all cities now
          </button>
          <CityPicker label="Follow another city" onPick={({ id }) => void act(() => follow(id))} />
        </>
      )}
      <p role="status" class={outcome?.isGood ? 'outcome-good' : 'outcome-bad'}>
        {outcome?.text}
      </p>
    </div>
  );
}

async function refresh(): Promise<Outcome> {
  const { refreshWeather } = await ask(RefreshWeatherDocument, { cityIds: null });
  const { run, userErrors } = refreshWeather;
  if (!run) return { text: userErrors.map(({ message }) => message).join(' '), isGood: false };
  return { text: `Run ${run.id} was asked for: watch it above.`, isGood: true };
}
