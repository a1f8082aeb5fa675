import { useEffect, useState } from 'preact/hooks';

/** The time, renewed every so often: ages grow while one looks. Milliseconds. */
export function useNow(everyMs = 15_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
