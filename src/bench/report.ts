import type { Turn } from './measure.js';
import type { Question } from './questions.js';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** What a turn is judged by. */
const FIGURES = {
  rate: (turn: Turn) => turn.measured.rate,
  p99: (turn: Turn) => turn.measured.p99,
  processor: (turn: Turn) => turn.processor,
} as const;

type Figure = keyof typeof FIGURES;
type Cell = (question: Question, label: string) => string;

/** The tables of a run in Markdown, for each number of connections. */
export function tables(turns: readonly Turn[], base: string): string {
  const connections = [...new Set(turns.map((turn) => turn.connections))];
  return connections
    .flatMap((count) =>
      tablesOf(
        turns.filter((turn) => turn.connections === count),
        count,
        base,
      ),
    )
    .join('\n\n');
}

function tablesOf(turns: readonly Turn[], connections: number, base: string): string[] {
  const middle = (question: Question, label: string, figure: Figure): number =>
    median(turns.filter((turn) => turn.question === question && turn.label === label).map(FIGURES[figure]));
  const plain =
    (figure: Figure): Cell =>
    (question, label) =>
      written(middle(question, label, figure));
  // Less processor time is better: shares are of what can be answered in the same time.
  const share =
    (figure: Figure): Cell =>
    (question, label) => {
      const ratio = middle(question, label, figure) / middle(question, base, figure);
      return written(figure === 'rate' ? ratio : 1 / ratio);
    };
  const at = connections === 1 ? '1 connection' : `${connections} connections`;
  const against = base.replace(/^ceiling: /, '');
  return [
    table(turns, `requests/s, ${at}`, plain('rate')),
    table(turns, `requests/s, share of ${against}`, share('rate')),
    table(turns, 'processor time a request (server and database), ms', plain('processor')),
    table(turns, `requests in the same processor time, share of ${against}`, share('processor')),
    table(turns, `99th percentile, ms, ${at}`, plain('p99')),
  ];
}

function written(value: number): string {
  if (Number.isNaN(value)) return '';
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

function table(turns: readonly Turn[], title: string, cell: Cell): string {
  const questions = [...new Set(turns.map(({ question }) => question))];
  const labels = [...new Set(turns.map(({ label }) => label))];
  const rows = labels.map((label) => [label, ...questions.map((question) => cell(question, label))]);
  return [[title, ...questions], ['---', ...questions.map(() => '--:')], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
