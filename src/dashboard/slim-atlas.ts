type Point = [number, number];

/** As much of TopoJSON as is looked at here: arcs are of whole numbers, each point relative to the one before. */
interface Topology {
  transform: { scale: Point; translate: Point };
  arcs: Point[][];
}

/** What the map does not draw: names and numbers of countries and states. */
const DROPPED = new Set(['properties', 'id', 'bbox']);

/**
 * An atlas with coarser points and without names: on a map of a thousand pixels nobody sees the difference.
 * @param text TopoJSON with whole numbers
 * @param step of those numbers that become one
 */
export function slimAtlas(text: string, step: number): string {
  const atlas = JSON.parse(text, (name, value: unknown) =>
    DROPPED.has(name) ? undefined : value,
  ) as Topology;
  const [x, y] = atlas.transform.scale;
  return JSON.stringify({
    ...atlas,
    transform: { ...atlas.transform, scale: [x * step, y * step] },
    arcs: atlas.arcs.map((arc) => coarse(arc, step)),
  });
}

/** The points of an arc that are still apart; its ends stay where other arcs meet them. */
function coarse(arc: readonly Point[], step: number): Point[] {
  const at: Point = [0, 0];
  const before: Point = [0, 0];
  return arc.flatMap(([dx, dy], i) => {
    at[0] += dx;
    at[1] += dy;
    const move: Point = [Math.round(at[0] / step) - before[0], Math.round(at[1] / step) - before[1]];
    const isInner = i > 0 && i < arc.length - 1;
    if (isInner && move[0] === 0 && move[1] === 0) return [];
    before[0] += move[0];
    before[1] += move[1];
    return [move];
  });
}
