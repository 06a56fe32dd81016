import type { FaceLayout } from '../../../domain/faces/face-model.ts'
import type { Image, Point } from '../../../domain/image.ts'
import { type FaceMesh, meshPoint } from '../mesh/face-mesh.ts'
import { sampleRegion } from '../sampling/sample-region.ts'
import { fitSimilarity } from './_fit-similarity.ts'
import { REFERENCE_POINTS } from './_reference-points.ts'

/** Side of a face as dlib lays it out, pixels. */
const DLIB_SIDE = 150

/**
 * Room round the mean face, in its heights, and how far it stands above the middle. dlib has 0.25 and 0 for its own
 * landmarks (dnn_face_recognition_ex.cpp); the mesh's points lie a little otherwise (decision 49).
 */
const PADDING = 0.2125
const RAISED = 0.04

/**
 * Where ArcFace wants eyes, nose and corners of the mouth in 112 px (InsightFace, arcface_dst), and the mesh points
 * whose middle each is.
 */
const ARCFACE_SIDE = 112
const ARCFACE_POINTS = [
  { x: 38.2946, y: 51.6963, mesh: [33, 133, 159, 145] },
  { x: 73.5318, y: 51.5014, mesh: [362, 263, 386, 374] },
  { x: 56.0252, y: 71.7366, mesh: [4] },
  { x: 41.5493, y: 92.3655, mesh: [61] },
  { x: 70.7299, y: 92.2041, mesh: [291] },
]

/** The face shifted, turned and scaled so that its features lie where an embedder expects them; the picture is square. */
export function alignFace(image: Image, mesh: FaceMesh, layout: FaceLayout = 'dlib-150'): Image {
  const [side, place] = layout === 'dlib-150' ? [DLIB_SIDE, fitDlib(mesh)] : [ARCFACE_SIDE, fitArcface(mesh)]
  const region = { topLeft: place(0, 0), topRight: place(side, 0), bottomLeft: place(0, side) }
  return sampleRegion(image, region, { width: side, height: side })
}

function fitDlib(mesh: FaceMesh): (x: number, y: number) => Point {
  return fitSimilarity(
    REFERENCE_POINTS.map(({ x, y }) => ({ x: padded(x), y: padded(y - RAISED) })),
    REFERENCE_POINTS.map((reference) => meshPoint(mesh, reference.mesh)),
  )
}

function padded(position: number): number {
  return ((PADDING + position) / (2 * PADDING + 1)) * DLIB_SIDE
}

function fitArcface(mesh: FaceMesh): (x: number, y: number) => Point {
  return fitSimilarity(
    ARCFACE_POINTS.map(({ x, y }) => ({ x, y })),
    ARCFACE_POINTS.map((point) => middleOf(mesh, point.mesh)),
  )
}

function middleOf(mesh: FaceMesh, indexes: readonly number[]): Point {
  const points = indexes.map((index) => meshPoint(mesh, index))
  const sum = (axis: 'x' | 'y') => points.reduce((total, point) => total + point[axis], 0)
  return { x: sum('x') / points.length, y: sum('y') / points.length }
}
