import { type FaceMesh, meshPoint } from '../../../../../analysis/face/mesh/face-mesh.ts'
import type { Image, Point } from '../../../../../domain/image.ts'

/** Rims of the lids of both eyes, points of the mesh; the first and the ninth are the corners. */
const RIMS = [
  [33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7],
  [362, 398, 384, 385, 386, 387, 388, 466, 263, 249, 390, 373, 374, 380, 381, 382],
] as const
const SECOND_CORNER = 8
/** A closed lid covers a little more than the eye it closes; its lashes lie along its lower rim, darker than skin. */
const LID = { wider: 1.15, higher: 1.5 }
const LASHES = { px: 1.5, light: 0.45 }
/** Where the tone of a lid is taken: below the brow, share of the eye's width above its middle. */
const TONE_ABOVE = 0.55

/** Draws closed lids over both eyes, in the tone of the skin above them. */
export function closeEyes(image: Image, mesh: FaceMesh): Image {
  return RIMS.reduce(
    (drawn: Image, rim) =>
      closeEye(
        drawn,
        rim.map((index) => meshPoint(mesh, index)),
      ),
    image,
  )
}

function closeEye(image: Image, rim: readonly Point[]): Image {
  const middle = {
    x: rim.reduce((sum, { x }) => sum + x, 0) / rim.length,
    y: rim.reduce((sum, { y }) => sum + y, 0) / rim.length,
  }
  const wide = Math.abs(rim[SECOND_CORNER].x - rim[0].x) / 2
  const high = Math.max(...rim.map(({ y }) => y)) - middle.y
  const tone = toneAt(image, { x: middle.x, y: middle.y - 2 * wide * TONE_ABOVE })
  const [across, along] = [wide * LID.wider, Math.max(2, high * LID.higher)]
  const data = image.data.map((level, i) => {
    const pixel = Math.floor(i / 3)
    const [x, y] = [pixel % image.width, Math.floor(pixel / image.width)]
    const isLid = ((x - middle.x) / across) ** 2 + ((y - middle.y) / along) ** 2 <= 1
    if (!isLid) return level
    return tone[i % 3] * (y > middle.y + high - LASHES.px ? LASHES.light : 1)
  })
  return { ...image, data }
}

function toneAt({ data, width, height }: Image, { x, y }: Point): number[] {
  const column = Math.min(width - 2, Math.max(1, Math.round(x)))
  const row = Math.min(height - 2, Math.max(1, Math.round(y)))
  const places = [-1, 0, 1].flatMap((down) =>
    [-1, 0, 1].map((right) => (row + down) * width + column + right),
  )
  return [0, 1, 2].map((c) => places.reduce((sum, place) => sum + data[place * 3 + c], 0) / places.length)
}
