import type { Guidance, GuidanceRequest } from '../domain/guidance.ts'
import { assertImage, type Image } from '../domain/image.ts'
import { guideDocument } from './document/guide-document.ts'
import type { Engine } from './engine.ts'
import { guideFace } from './face/guide-face.ts'

/** The first door: judges one frame while the camera runs, within about 25 ms. Throws when the image is none. */
export async function guideFrame(engine: Engine, image: Image, request: GuidanceRequest): Promise<Guidance> {
  assertImage(image)
  if (request.scene === 'face') return await guideFace(engine, image, request)
  return guideDocument(image, request.previousQuad ?? null)
}
