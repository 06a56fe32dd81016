import type { Image, Point } from '../../../domain/image.ts'
import { type FaceMesh, meshPoint } from '../mesh/face-mesh.ts'
import { sampleRegion } from '../sample-region.ts'
import { REFERENCE_POINTS } from './_reference-points.ts'

/** Side of the aligned face, pixels: the embedder's input. */
export const ALIGNED_SIDE = 150

/**
 * Room round the mean face, in its heights, and how far it stands above the middle. dlib has 0.25 and 0 for its own
 * landmarks (dnn_face_recognition_ex.cpp); the mesh's points lie a little otherwise (decision 49).
 */
const PADDING = 0.2125
const RAISED = 0.04

/** The face shifted, turned and scaled so that its features lie where the embedder expects them. */
export function alignFace(image: Image, mesh: FaceMesh): Image {
  const place = fitSimilarity(
    REFERENCE_POINTS.map(({ x, y }) => ({ x: padded(x), y: padded(y - RAISED) })),
    REFERENCE_POINTS.map((reference) => meshPoint(mesh, reference.mesh)),
  )
  const side = ALIGNED_SIDE
  const region = { topLeft: place(0, 0), topRight: place(side, 0), bottomLeft: place(0, side) }
  return sampleRegion(image, region, { width: side, height: side })
}

function padded(position: number): number {
  return ((PADDING + position) / (2 * PADDING + 1)) * ALIGNED_SIDE
}

/** The shift, turn and scale that brings points nearest to others (least squares; Umeyama 1991). */
function fitSimilarity(from: Point[], to: Point[]): (x: number, y: number) => Point {
  const centre = mean(from)
  const target = mean(to)
  let [along, across, spread] = [0, 0, 0]
  for (const [i, point] of from.entries()) {
    const [x, y] = [point.x - centre.x, point.y - centre.y]
    const [u, v] = [to[i].x - target.x, to[i].y - target.y]
    along += x * u + y * v
    across += x * v - y * u
    spread += x * x + y * y
  }
  const [a, b] = [along / spread, across / spread]
  return (x, y) => ({
    x: target.x + a * (x - centre.x) - b * (y - centre.y),
    y: target.y + b * (x - centre.x) + a * (y - centre.y),
  })
}

function mean(points: Point[]): Point {
  const sum = points.reduce((total, point) => ({ x: total.x + point.x, y: total.y + point.y }), {
    x: 0,
    y: 0,
  })
  return { x: sum.x / points.length, y: sum.y / points.length }
}
