/** Below this the vector mean says nothing of a direction: air that stands still, or winds that cancel out. m/s */
const CALM = 0.1;

/**
 * Where a mean wind comes from.
 * @param eastward mean component towards the east, m/s
 * @param northward mean component towards the north, m/s
 * @returns degrees clockwise from north, from 0 to below 360, to one tenth; null when calm
 */
export function windFromDirection(eastward: number, northward: number): number | null {
  if (Math.hypot(eastward, northward) < CALM) return null;
  const degrees = (Math.atan2(-eastward, -northward) * 180) / Math.PI;
  return (Math.round(degrees * 10 + 3600) % 3600) / 10;
}
