import { useState } from 'preact/hooks';
import { COPY_FORMATS, copyText, type CopyFormat, type Question } from '../api/copy.js';

interface Props {
  question: Question;
  /** What the question is behind, for those who do not see where the menu stands. */
  name: string;
  /** What stands before the formats. */
  lead?: string;
}

/** Copies what a view asked, to go on elsewhere. Where the clipboard is closed, the text is shown. */
export function CopyMenu({ question, name, lead = 'Copy as' }: Props) {
  const [state, setState] = useState<{ format: CopyFormat; text: string | null } | null>(null);
  const copy = async (format: CopyFormat) => {
    const text = copyText(question, format, location.origin);
    const copied = await writeClipboard(text);
    setState({ format, text: copied ? null : text });
  };
  return (
    <div class="copy" role="group" aria-label={`Copy the question behind ${name}`}>
      <span class="muted">{lead}</span>
      {COPY_FORMATS.map((format) => (
        <button key={format} type="button" class="link" onClick={() => void copy(format)}>
          {format}
        </button>
      ))}
      <span role="status" class="muted">
        {state &&
          (state.text === null ? `${state.format} copied` : 'The browser keeps its clipboard closed:')}
      </span>
      {state?.text && (
        <textarea class="copy-text" readOnly rows={8} value={state.text} aria-label="Text to copy" />
      )}
    </div>
  );
}

/** Outside of https and loopback, a page has no clipboard. */
async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
