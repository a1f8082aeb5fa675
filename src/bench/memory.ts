import { bodiesOf, type LoadGenerator } from './drive.js';
import { residentMegabytes } from './machine.js';
import type { Entrant } from './measure.js';
import type { Size } from './sizes.js';

const CONNECTIONS = 64;
/** Parts of a run after each of which memory is looked at. */
const LOOKS = 5;

/** Resident memory of our process at 64 connections of Q2, as it goes on. */
export async function measureMemory(
  load: LoadGenerator,
  { contender, running }: Entrant,
  size: Size,
  requests: number,
): Promise<string> {
  const bodies = bodiesOf(contender, 'Q2', size);
  const amount = Math.max(CONNECTIONS, Math.ceil(requests / LOOKS));
  const looks = [await residentMegabytes(running.pid)];
  for (let i = 0; i < LOOKS; i += 1) {
    await load.run({ url: running.url, bodies, connections: CONNECTIONS, seconds: 0, amount });
    looks.push(await residentMegabytes(running.pid));
  }
  return `Resident memory at ${CONNECTIONS} connections of Q2, MB: ${looks[0]} at the start, then every ${amount} requests ${looks.slice(1).join(', ')}.`;
}
