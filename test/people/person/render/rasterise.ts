import type { Vector } from '../shape/vector.ts'
import type { PosedPart } from './pose-part.ts'

/** The nearest surface at every sample of a view. */
export interface Surfaces {
  width: number
  height: number
  /** Nearness, larger is nearer; -Infinity where nothing is. */
  depth: Float32Array
  /** Index of the part, -1 where nothing is. */
  part: Int16Array
  /** Number of the triangle in its part. */
  triangle: Uint32Array
  /** Shares of the triangle's first and second corner; the third has the rest. */
  shareA: Float32Array
  shareB: Float32Array
}

/** Shares of a triangle's corners at a place; they add up to 1. */
export interface Shares {
  a: number
  b: number
  c: number
}

/** How to look at parts. */
export interface View {
  width: number
  height: number
  /** Sample column, sample row and nearness of a point. */
  project: (point: Vector) => Vector
  /** Whether the part's surface is solid at a place of a triangle (hair has gaps). */
  isSolid: (part: PosedPart, triangle: number, shares: Shares) => boolean
}

/** Finds the nearest surface for each sample (z-buffer). The back of a face is not drawn. */
export function rasterise(parts: PosedPart[], view: View): Surfaces {
  const count = view.width * view.height
  const surfaces: Surfaces = {
    width: view.width,
    height: view.height,
    depth: new Float32Array(count).fill(Number.NEGATIVE_INFINITY),
    part: new Int16Array(count).fill(-1),
    triangle: new Uint32Array(count),
    shareA: new Float32Array(count),
    shareB: new Float32Array(count),
  }
  parts.forEach((part, partIndex) => {
    const seen = part.posedPoints.map(view.project)
    for (let triangle = 0; triangle * 3 < part.triangles.length; triangle++) {
      const [a, b, c] = [0, 1, 2].map((corner) => seen[part.triangles[triangle * 3 + corner]])
      const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
      const isBack = area > 0 && part.material === 'face'
      if (area !== 0 && !isBack) fillTriangle(surfaces, view, { part, partIndex, triangle, a, b, c, area })
    }
  })
  return surfaces
}

interface SeenTriangle {
  part: PosedPart
  partIndex: number
  triangle: number
  a: Vector
  b: Vector
  c: Vector
  /** Twice the signed area, samples². */
  area: number
}

function fillTriangle(surfaces: Surfaces, view: View, seen: SeenTriangle): void {
  const { a, b, c, area } = seen
  const left = Math.max(0, Math.ceil(Math.min(a[0], b[0], c[0])))
  const right = Math.min(surfaces.width - 1, Math.floor(Math.max(a[0], b[0], c[0])))
  const top = Math.max(0, Math.ceil(Math.min(a[1], b[1], c[1])))
  const bottom = Math.min(surfaces.height - 1, Math.floor(Math.max(a[1], b[1], c[1])))
  const shares: Shares = { a: 0, b: 0, c: 0 }
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      shares.a = ((b[0] - x) * (c[1] - y) - (b[1] - y) * (c[0] - x)) / area
      shares.b = ((c[0] - x) * (a[1] - y) - (c[1] - y) * (a[0] - x)) / area
      shares.c = 1 - shares.a - shares.b
      if (shares.a >= 0 && shares.b >= 0 && shares.c >= 0)
        keepIfNearest(surfaces, view, { seen, shares, x, y })
    }
  }
}

function keepIfNearest(
  surfaces: Surfaces,
  view: View,
  hit: { seen: SeenTriangle; shares: Shares; x: number; y: number },
): void {
  const { seen, shares } = hit
  const at = hit.y * surfaces.width + hit.x
  const depth = shares.a * seen.a[2] + shares.b * seen.b[2] + shares.c * seen.c[2]
  if (depth <= surfaces.depth[at] || !view.isSolid(seen.part, seen.triangle, shares)) return
  surfaces.depth[at] = depth
  surfaces.part[at] = seen.partIndex
  surfaces.triangle[at] = seen.triangle
  surfaces.shareA[at] = shares.a
  surfaces.shareB[at] = shares.b
}

/** The value of a per-point list at a place of a triangle. */
export function blendCorners(
  part: PosedPart,
  list: readonly Vector[],
  place: { triangle: number; shares: Shares },
): Vector {
  const { triangle, shares } = place
  const a = list[part.triangles[triangle * 3]]
  const b = list[part.triangles[triangle * 3 + 1]]
  const c = list[part.triangles[triangle * 3 + 2]]
  return [
    shares.a * a[0] + shares.b * b[0] + shares.c * c[0],
    shares.a * a[1] + shares.b * b[1] + shares.c * c[1],
    shares.a * a[2] + shares.b * b[2] + shares.c * c[2],
  ]
}
