import { SECOND } from '../../domain/time.js';
import { number } from './text.js';

const BAR = 30;
/** Milliseconds between two pictures on a terminal. */
const REDRAW = 100;
/** Milliseconds between two lines elsewhere: enough to follow a log, not enough to fill it. */
const NEXT_LINE = 5 * SECOND;
const CLEAR_LINE = '\r\u001b[K';

/** Where progress is shown: standard error, or a stand-in. */
export interface ProgressScreen {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** Shows how far something is: one line that is written over on a terminal, now and then a plain line elsewhere. */
export class Progress {
  #last = '';
  #shownAt = -Infinity;

  constructor(
    private readonly screen: ProgressScreen = process.stderr,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * @param what "run 12 FETCH", "lines landed"
   * @param total 0 when it is not known
   */
  show(what: string, done: number, total: number): void {
    const text = this.screen.isTTY ? this.#bar(what, done, total) : plain(what, done, total);
    const pause = this.screen.isTTY ? REDRAW : NEXT_LINE;
    if (text === this.#last || this.now() - this.#shownAt < pause) return;
    this.#last = text;
    this.#shownAt = this.now();
    this.screen.write(this.screen.isTTY ? `${CLEAR_LINE}${text}` : `${text}\n`);
  }

  /** Clears the terminal's line for what comes next. */
  end(): void {
    if (this.screen.isTTY && this.#last !== '') this.screen.write(CLEAR_LINE);
    this.#last = '';
    this.#shownAt = -Infinity;
  }

  #bar(what: string, done: number, total: number): string {
    const text = plain(what, done, total);
    const share = total > 0 ? Math.min(Math.max(done / total, 0), 1) : null;
    const full = Math.round((share ?? 0) * BAR);
    const bar = share === null ? '' : `${'█'.repeat(full)}${'░'.repeat(BAR - full)} `;
    // Terminals that do not know their width say 0.
    const { columns = 0 } = this.screen;
    return `${bar}${text}`.slice(0, (columns > 0 ? columns : 80) - 1);
  }
}

function plain(what: string, done: number, total: number): string {
  if (total <= 0) return done > 0 ? `${what}: ${number(done)}` : what;
  const percent = Math.floor((Math.min(done, total) / total) * 100);
  return `${what}: ${number(done)} of ${number(total)} (${percent} %)`;
}
