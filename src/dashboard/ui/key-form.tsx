import { useState } from 'preact/hooks';
import { enterKey, useKey } from '../state/key.js';

/** Takes a key for the API, or forgets it. It is kept in memory only, unless the reader wants otherwise. */
export function KeyForm() {
  const key = useKey();
  const [text, setText] = useState('');
  const [remember, setRemember] = useState(false);
  if (key)
    return (
      <p class="key-form">
        <span class="badge badge-good">Key entered</span>
        <button type="button" class="button" onClick={() => enterKey('', false)}>
          Forget it
        </button>
      </p>
    );
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    enterKey(text.trim(), remember);
  };
  return (
    <form class="key-form" onSubmit={onSubmit}>
      <label class="field">
        <span>Key</span>
        <input
          type="password"
          autocomplete="off"
          required
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={remember}
          onChange={(event) => setRemember(event.currentTarget.checked)}
        />
        Remember in this browser
      </label>
      <button type="submit" class="button button-primary">
        Use this key
      </button>
    </form>
  );
}
