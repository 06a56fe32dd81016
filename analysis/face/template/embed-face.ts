import type { Image } from '../../../domain/image.ts'
import type { Engine } from '../../engine.ts'
import { lumaPlane } from '../../image/luma-plane.ts'
import { imageToPlanes } from '../image-to-planes.ts'
import type { FaceMesh } from '../mesh/face-mesh.ts'
import { alignFace } from './align-face.ts'
import { meanTemplate } from './mean-template.ts'

/**
 * The template of a face by the engine's face model: a unit vector, the mean of the face's and that of its mirror image in
 * grey, for many portraits are engraved or printed grey (decision 49).
 */
export async function embedFace(engine: Engine, image: Image, mesh: FaceMesh): Promise<number[]> {
  const aligned = alignFace(image, mesh, engine.faceModel.layout)
  const seen = await runModel(engine, aligned)
  const mirrored = await runModel(engine, mirrorImage(greyImage(aligned)))
  return meanTemplate([seen, mirrored])
}

async function runModel(engine: Engine, face: Image): Promise<Float32Array> {
  const { mean, scale, channels } = engine.faceModel
  const planes = imageToPlanes(face, { scale, shift: -mean * scale })
  if (channels === 'bgr') exchangePlanes(planes)
  const input = { data: planes, shape: [1, 3, face.height, face.width] }
  const [template] = Object.values(await engine.run('face-embedding', input))
  return template.data
}

/** The first plane becomes the last one. */
function exchangePlanes(planes: Float32Array): void {
  const size = planes.length / 3
  const first = planes.slice(0, size)
  planes.copyWithin(0, 2 * size)
  planes.set(first, 2 * size)
}

function greyImage(image: Image): Image {
  const luma = lumaPlane(image).data
  return { ...image, data: Uint8Array.from(image.data, (_, i) => luma[Math.floor(i / 3)]) }
}

function mirrorImage({ data, width, height }: Image): Image {
  const mirrored = new Uint8Array(data.length)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = (row * width + column) * 3
      mirrored.set(data.subarray(from, from + 3), (row * width + width - 1 - column) * 3)
    }
  }
  return { data: mirrored, width, height }
}
