import type { Point } from '../../../domain/image.ts'
import type { EdgeMap } from './_edge-map.ts'

/** A straight line normal.x x + normal.y y = distance, and where along it edges lie. */
export interface EdgeLine {
  /** An edge that was seen, or the border of the frame, beyond which nothing is. */
  kind: 'edge' | 'border'
  /** Of length 1. */
  normal: Point
  /** From the origin, px; negative on its other side. */
  distance: number
  /**
   * Running sum of edge strength along the line, px by px, from `-reach` on; the position of a point along the line is
   * normal.x y - normal.y x.
   */
  support: Float32Array
  reach: number
}

/** Resolution of the search: one degree, one pixel. */
const ANGLES = 180
/** The gradient of a weak edge points up to this far from its normal, degrees. */
const ANGLE_TOLERANCE = 4
/** Lines closer than this to a stronger one are the same, degrees and px. */
const SAME_ANGLE = 3
const SAME_DISTANCE = 4
/** Lines of each direction that are kept. */
const LINES_PER_DIRECTION = 12
/** A line has at least the edge strength of this many px. */
const MIN_VOTES = 10
/** Edges this far from a line support it, px. */
const SUPPORT_WIDTH = 1

/**
 * The straight lines with most edge under them (Hough transform with gradient directions: Ballard, Pattern
 * Recognition 13(2), 1981): those that run rather across, and those that run rather down; the borders of the
 * picture are among them.
 */
export function edgeLines(map: EdgeMap): { across: EdgeLine[]; down: EdgeLine[] } {
  const reach = Math.ceil(Math.hypot(map.width, map.height))
  const peaks = peaksOf(castVotes(map, reach), reach)
  const isAcross = (angle: number) => angle > ANGLES / 4 && angle < (3 * ANGLES) / 4
  const pick = (belongs: (angle: number) => boolean) =>
    strongest(peaks, belongs).map((line) => withSupport(map, line, reach))
  return {
    across: [...borders('across', map.height), ...pick(isAcross)],
    down: [...borders('down', map.width), ...pick((angle) => !isAcross(angle))],
  }
}

/** The two borders of the picture that run in a direction, the far one at the given distance. */
function borders(direction: 'across' | 'down', far: number): EdgeLine[] {
  const normal = direction === 'across' ? { x: 0, y: 1 } : { x: 1, y: 0 }
  return [0, far].map((distance) => ({
    kind: 'border',
    normal,
    distance,
    support: new Float32Array(1),
    reach: 0,
  }))
}

const COSINES = Float64Array.from({ length: ANGLES }, (_, angle) => Math.cos((angle * Math.PI) / ANGLES))
const SINES = Float64Array.from({ length: ANGLES }, (_, angle) => Math.sin((angle * Math.PI) / ANGLES))

/** Edge strength under every line: angle by angle, distances from -reach to reach. */
function castVotes(map: EdgeMap, reach: number): Float32Array {
  const row = 2 * reach + 1
  const votes = new Float32Array(ANGLES * row)
  const { strengths, angles, width } = map
  for (let at = 0; at < strengths.length; at++) {
    const strength = strengths[at]
    if (strength === 0) continue
    const x = at % width
    const y = (at - x) / width
    const center = Math.round((angles[at] * ANGLES) / Math.PI)
    for (let angle = center - ANGLE_TOLERANCE; angle <= center + ANGLE_TOLERANCE; angle++) {
      const wrapped = (angle + ANGLES) % ANGLES
      const distance = x * COSINES[wrapped] + y * SINES[wrapped] + reach
      // Never negative: reach is the picture's diagonal.
      const low = distance | 0
      const cell = wrapped * row + low
      votes[cell] += strength * (1 - (distance - low))
      votes[cell + 1] += strength * (distance - low)
    }
  }
  return votes
}

/** A cell of the votes, in whole degrees and pixels. */
interface Cell {
  angle: number
  distance: number
  votes: number
}

/** The lines with most votes, none too near a stronger one. */
function strongest(peaks: readonly Cell[], belongs: (angle: number) => boolean): Cell[] {
  const lines: Cell[] = []
  for (const peak of peaks) {
    if (lines.length === LINES_PER_DIRECTION) break
    if (belongs(peak.angle) && !lines.some((line) => isSameLine(line, peak))) lines.push(peak)
  }
  return lines
}

/** The cells with more votes than those beside them, most votes first. */
function peaksOf(votes: Float32Array, reach: number): Cell[] {
  const row = 2 * reach + 1
  const peaks: Cell[] = []
  for (let angle = 0; angle < ANGLES; angle++) {
    for (let i = 1, cell = angle * row + 1; i < row - 1; i++, cell++) {
      const count = votes[cell]
      if (count < MIN_VOTES || count < votes[cell - 1] || count <= votes[cell + 1]) continue
      peaks.push({ angle, distance: i - reach, votes: count })
    }
  }
  return peaks.sort((a, b) => b.votes - a.votes)
}

function isSameLine(a: Cell, b: Cell): boolean {
  const turn = Math.abs(a.angle - b.angle)
  // Half a turn on, the same line has the opposite distance.
  const isHalfTurned = turn > ANGLES / 2
  const apart = isHalfTurned ? Math.abs(a.distance + b.distance) : Math.abs(a.distance - b.distance)
  return (isHalfTurned ? ANGLES - turn : turn) <= SAME_ANGLE && apart <= SAME_DISTANCE
}

function withSupport(map: EdgeMap, line: Cell, reach: number): EdgeLine {
  const { distance } = line
  const angle = (line.angle * Math.PI) / ANGLES
  const cosine = Math.cos(angle)
  const sine = Math.sin(angle)
  const support = new Float32Array(2 * reach + 2)
  for (let i = 0; i <= 2 * reach; i++) {
    const along = i - reach
    let strength = 0
    for (let off = -SUPPORT_WIDTH; off <= SUPPORT_WIDTH; off++) {
      const x = Math.round((distance + off) * cosine - along * sine)
      const y = Math.round((distance + off) * sine + along * cosine)
      strength = Math.max(strength, strengthAt(map, { x, y, angle }))
    }
    support[i + 1] = support[i] + strength
  }
  return { kind: 'edge', normal: { x: cosine, y: sine }, distance, support, reach }
}

/** Cosine of the angle up to which an edge belongs to a line: 12 degrees. */
const PARALLEL = Math.cos((12 * Math.PI) / 180)

function strengthAt(map: EdgeMap, point: { x: number; y: number; angle: number }): number {
  if (point.x < 0 || point.y < 0 || point.x >= map.width || point.y >= map.height) return 0
  const at = point.y * map.width + point.x
  if (map.strengths[at] === 0) return 0
  return Math.abs(Math.cos(map.angles[at] - point.angle)) > PARALLEL ? map.strengths[at] : 0
}
