import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something holds. @returns seconds it took @throws Error that names it, after a minute and a half */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  patience = 90,
): Promise<number> {
  const begun = performance.now();
  const waited = (): number => (performance.now() - begun) / 1000;
  while (!(await holds())) {
    if (waited() > patience) throw new Error(`Waited ${patience} s in vain: ${what}`);
    await sleep(20);
  }
  return waited();
}
