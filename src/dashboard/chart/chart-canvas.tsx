import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { useShownTheme } from '../state/theme.js';
import { align } from './align.js';
import type { Drawing } from './lines.js';
import { uplotOptions, type ChartEvents, type ChartLook } from './uplot-options.js';

interface Props {
  drawing: Drawing;
  look: Omit<ChartLook, 'width' | 'height'>;
  events: ChartEvents;
  /** The chart in a sentence. */
  label: string;
}

/** Lower on a phone, so that the page around it stays in sight. */
const heightFor = (width: number): number => (width < 560 ? 260 : 360);

/** The chart itself. Arrow keys walk through it, as the mouse does. */
export function ChartCanvas({ drawing, look, events, label }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const theme = useShownTheme();
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const size = () => ({ width: element.clientWidth, height: heightFor(element.clientWidth) });
    const data = align(drawing.lines) as uPlot.AlignedData;
    const chart = new uPlot(uplotOptions(drawing, { ...look, ...size() }, events), data, element);
    plot.current = chart;
    const observer = new ResizeObserver(() => {
      if (size().width !== chart.width) chart.setSize(size());
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.destroy();
      plot.current = null;
    };
  }, [drawing, look, theme]);
  const onKeyDown = (event: KeyboardEvent) => {
    const chart = plot.current;
    if (chart && walk(chart, event.key)) event.preventDefault();
  };
  return (
    <div
      ref={host}
      class="chart-canvas"
      role="img"
      tabIndex={0}
      aria-label={`${label} Arrow keys walk through the values.`}
      onKeyDown={onKeyDown}
    />
  );
}

/** Moves the cursor by keys. @returns whether the key meant something */
function walk(chart: uPlot, key: string): boolean {
  const last = chart.data[0].length - 1;
  const now = chart.cursor.idx;
  const next: Record<string, number> = {
    ArrowLeft: Math.max(0, (now ?? last + 1) - 1),
    ArrowRight: Math.min(last, (now ?? -1) + 1),
    Home: 0,
    End: last,
  };
  const index = next[key];
  const at = index === undefined ? undefined : chart.data[0][index];
  if (at === undefined) return false;
  chart.setCursor({ left: chart.valToPos(at, 'x'), top: 10 });
  return true;
}
