/** Closed contours, each the x and y of one corner after the other, in multiples of a size; y is downwards. */
export type Outline = readonly (readonly number[])[];

/** A step of a path: `M` to a point, `L` a line, `Q` and `C` curves, `Z` the end of a contour. */
export interface PathStep {
  readonly type: string;
  readonly values: readonly number[];
}

/** How far a line may be from the curve that it stands for: a twentieth of a pixel in the largest letters. */
const FLATNESS = 1 / 2000;

/** Makes lines of a path that is drawn in a unit. */
export function outlineOf(path: readonly PathStep[], unit: number): Outline {
  const contours: number[][] = [];
  let contour: number[] = [];
  for (const { type, values } of path) {
    if (type === 'M') contours.push((contour = []));
    const points = values.map((value) => value / unit);
    contour.push(...(points.length > 2 ? linesAlong([...contour.slice(-2), ...points]) : points));
  }
  return contours;
}

/** The ends of lines along a Bézier curve of any degree. */
function linesAlong(curve: readonly number[]): number[] {
  const degree = curve.length / 2 - 1;
  const bends = curve.slice(4).map((value, at) => {
    return Math.abs(value - 2 * (curve[at + 2] ?? 0) + (curve[at] ?? 0));
  });
  const distance = (degree * (degree - 1) * Math.max(...bends)) / 8;
  const count = Math.max(1, Math.ceil(Math.sqrt(distance / FLATNESS)));
  return Array.from({ length: count }, (_, index) => pointOn(curve, (index + 1) / count)).flat();
}

/** De Casteljau's rule: what is between neighbours, until one point is left. */
function pointOn(curve: readonly number[], part: number): readonly number[] {
  if (curve.length <= 2) return curve;
  return pointOn(
    curve.slice(2).map((next, at) => (curve[at] ?? 0) * (1 - part) + next * part),
    part,
  );
}

/** Enough for the roundest corner of a card to look round. */
const DIRECTIONS = Array.from({ length: 64 }, (_, index) => {
  const angle = ((index + 0.5) / 32) * Math.PI;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

/** All that is less than a radius away from the room between some points: a bar, a stroke with round ends. */
export function around(points: readonly (readonly [x: number, y: number])[], radius: number): Outline {
  const contour = DIRECTIONS.flatMap(([dx, dy]) => {
    const [x, y] = points.reduce((far, next) =>
      next[0] * dx + next[1] * dy > far[0] * dx + far[1] * dy ? next : far,
    );
    return [x + dx * radius, y + dy * radius];
  });
  return [contour];
}
