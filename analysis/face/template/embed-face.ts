import type { Image } from '../../../domain/image.ts'
import type { Engine } from '../../engine.ts'
import { imageToPlanes } from '../image-to-planes.ts'
import type { FaceMesh } from '../mesh/face-mesh.ts'
import { ALIGNED_SIDE, alignFace } from './align-face.ts'
import { meanTemplate } from './mean-template.ts'

/** The model whose templates these are. */
export const TEMPLATE_MODEL = 'face-embedding'

/** The template of a face: a unit vector of 128 numbers, the mean of the face's and its mirror image's. */
export async function embedFace(engine: Engine, image: Image, mesh: FaceMesh): Promise<number[]> {
  const planes = imageToPlanes(alignFace(image, mesh), { scale: 1, shift: 0 })
  const shape = [1, 3, ALIGNED_SIDE, ALIGNED_SIDE]
  const { embedding } = await engine.run(TEMPLATE_MODEL, { data: planes, shape })
  const mirrored = await engine.run(TEMPLATE_MODEL, { data: mirrorRows(planes), shape })
  return meanTemplate([embedding.data, mirrored.embedding.data])
}

function mirrorRows(planes: Float32Array): Float32Array {
  const mirrored = planes.slice()
  for (let row = 0; row < mirrored.length; row += ALIGNED_SIDE) {
    mirrored.subarray(row, row + ALIGNED_SIDE).reverse()
  }
  return mirrored
}
