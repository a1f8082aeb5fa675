/** Says that nothing here is weather that happened, and how to have some. */
export function DemoNote() {
  return (
    <aside class="demo-note" aria-label="Simulated weather">
      <strong>Simulated weather.</strong> These values never happened. For real ones, start with{' '}
      <code>OPENWEATHERMAP_API_KEY=…</code> (a free account’s key) or <code>WEATHER_SOURCE=open-meteo</code>{' '}
      (no key, non-commercial).
    </aside>
  );
}
