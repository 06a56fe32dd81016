import { sampleRegion } from '../../../../analysis/face/sampling/sample-region.ts'
import type { Box, Image } from '../../../../domain/image.ts'
import { seededRandom } from '../../../../test/people/random.ts'

/** How far a hand sways between two frames that are kept, px of the frame. */
const SWAY_PX = 3
/** Noise of a sensor in a living room, levels. */
const GRAIN_LEVELS = 2.5
const GRAIN_COUNT = 2 ** 14

/** How a photo is filmed: the frame's side and how wide the face is in it, px. */
export interface Swaying {
  side: number
  faceWidth: number
  frames: number
  seed: number
}

/** A photo of a face as frames of a still person: the face in the middle, a hand that sways. Without noise. */
export function swayPhoto(photo: Image, face: Box, { side, faceWidth, frames, seed }: Swaying): Image[] {
  const random = seededRandom(seed, 'sway')
  const scale = face.width / faceWidth
  return Array.from({ length: frames }, () => {
    const [right, down] = [random.between(-SWAY_PX, SWAY_PX), random.between(-SWAY_PX, SWAY_PX)]
    const left = face.x + face.width / 2 + (right - side / 2) * scale
    const top = face.y + face.height / 2 + (down - side / 2) * scale
    const region = {
      topLeft: { x: left, y: top },
      topRight: { x: left + side * scale, y: top },
      bottomLeft: { x: left, y: top + side * scale },
    }
    return sampleRegion(photo, region, { width: side, height: side })
  })
}

/** The frame with a sensor's noise. */
export function addGrain({ data, width, height }: Image, seed: number): Image {
  const random = seededRandom(seed, 'grain')
  const grain = Float32Array.from({ length: GRAIN_COUNT }, () => GRAIN_LEVELS * random.normal())
  const noisy = Uint8Array.from(data, (level, i) =>
    Math.min(255, Math.max(0, Math.round(level + grain[(i * 7 + (i >> 7) * 13) & (GRAIN_COUNT - 1)]))),
  )
  return { data: noisy, width, height }
}
