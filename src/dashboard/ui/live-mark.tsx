import type { ObservationNews } from '../api/observation-news.js';

/** Whether new observations come by themselves. */
export const LiveMark = ({ news }: { news: ObservationNews }) => (
  <span class={`live-mark ${news.isLive ? '' : 'live-mark-off'}`} role="status">
    <span class="light" aria-hidden="true" />
    {news.isLive ? 'Live' : 'Not live: looks once a minute'}
    {news.count > 0 && <span class="visually-hidden">, a new observation arrived</span>}
  </span>
);
