import type { Box, Image, Point } from '../../../domain/image.ts'
import type { Engine } from '../../engine.ts'
import type { Region } from '../sampling/region.ts'
import { samplePlanes } from '../sampling/sample-planes.ts'
import { type FaceMesh, MESH_SIZE, meshBox, meshEyes } from './face-mesh.ts'

/** Side of the network's square input, pixels. */
const MESH_SIDE = 192

/** Crop side over the longer side of the box: what the network was trained with is near 1.5 of a detection. */
const DETECTION_MARGIN = 1.5

/** The same for a box round a mesh, which is a little larger than a detection's. */
const MESH_MARGIN = 1.4

/** Samples along an axis for a look at a moving picture: the angles of heads stay within a degree. */
const QUICK_SAMPLES = 2

/**
 * Reads the mesh of a face that was detected (arXiv:1907.06724). `quick` looks once; `exact` looks again at the
 * place found first, which takes twice as long and steadies turned and tilted faces.
 */
export async function readMesh(
  engine: Engine,
  image: Image,
  face: { box: Box; eyes: [Point, Point]; effort: 'quick' | 'exact' },
): Promise<FaceMesh> {
  const samplesAtMost = face.effort === 'quick' ? QUICK_SAMPLES : undefined
  const first = await readSquare(engine, image, { ...squareAround(face, DETECTION_MARGIN), samplesAtMost })
  if (face.effort === 'quick') return first
  return await readSquare(
    engine,
    image,
    squareAround({ box: meshBox(first), eyes: meshEyes(first) }, MESH_MARGIN),
  )
}

/** A square in the image, turned so that the eyes lie level in it. */
function squareAround(face: { box: Box; eyes: [Point, Point] }, margin: number): Region {
  const [left, right] = face.eyes
  const angle = Math.atan2(right.y - left.y, right.x - left.x)
  const half = (Math.max(face.box.width, face.box.height) * margin) / 2
  const centre = { x: face.box.x + face.box.width / 2, y: face.box.y + face.box.height / 2 }
  const corner = (across: number, down: number): Point => ({
    x: centre.x + half * (across * Math.cos(angle) - down * Math.sin(angle)),
    y: centre.y + half * (across * Math.sin(angle) + down * Math.cos(angle)),
  })
  return { topLeft: corner(-1, -1), topRight: corner(1, -1), bottomLeft: corner(-1, 1) }
}

async function readSquare(
  engine: Engine,
  image: Image,
  square: Region & { samplesAtMost?: number },
): Promise<FaceMesh> {
  const { samplesAtMost } = square
  const size = { width: MESH_SIDE, height: MESH_SIDE }
  const input = { side: MESH_SIDE, scale: 1 / 255, shift: 0 }
  const data = samplePlanes(image, { region: square, size, samplesAtMost }, input)
  const results = await engine.run('face-mesh', { data, shape: [1, 3, MESH_SIDE, MESH_SIDE] })
  return { points: placePoints(results.points.data, square), presence: results.presence.data[0] }
}

function placePoints(raw: Float32Array, square: Region): Float32Array {
  const { topLeft: corner, topRight: across, bottomLeft: down } = square
  const unit = Math.hypot(across.x - corner.x, across.y - corner.y) / MESH_SIDE
  const points = new Float32Array(MESH_SIZE * 3)
  for (let i = 0; i < points.length; i += 3) {
    const u = raw[i] / MESH_SIDE
    const v = raw[i + 1] / MESH_SIDE
    points[i] = corner.x + u * (across.x - corner.x) + v * (down.x - corner.x)
    points[i + 1] = corner.y + u * (across.y - corner.y) + v * (down.y - corner.y)
    points[i + 2] = raw[i + 2] * unit
  }
  return points
}
