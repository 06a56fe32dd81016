import type { Image } from '../../../domain/image.ts'
import { seededRandom } from '../random.ts'

/** How a print is held before the camera. */
export interface PrintView {
  /** Degrees; > 0: the print looks to the image's right. */
  yaw: number
  /** Degrees; > 0: the print looks up. */
  pitch?: number
  /** Width of the facing print over the width of the picture. */
  widthShare?: number
}

/** Distance of the camera over the width of the picture: a phone's angle of view. */
const CAMERA_DISTANCE_SHARE = 1.1
/** The wall behind the print and the noise of the sensor, 0-255. */
const WALL_VALUE = 122
const NOISE_DEVIATION = 1.5

/**
 * Draws a flat print of a picture turned in space: what an attacker shows instead of a face.
 * The result has the picture's size.
 */
export function drawFlatPrint(photo: Image, view: PrintView): Image {
  const { width, height } = photo
  const data = new Uint8Array(width * height * 3)
  const toPrint = viewRays(photo, view)
  const random = seededRandom(Math.round(view.yaw * 10), 'print')
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const { x, y } = toPrint(column, row)
      const isOnPrint = x >= 0 && y >= 0 && x < width - 1 && y < height - 1
      for (let channel = 0; channel < 3; channel++) {
        const value = isOnPrint ? sample(photo, { x, y, channel }) : WALL_VALUE
        const noisy = value + NOISE_DEVIATION * (random.uniform() + random.uniform() - 1)
        data[(row * width + column) * 3 + channel] = Math.min(255, Math.max(0, Math.round(noisy)))
      }
    }
  }
  return { data, width, height }
}

/** Where the ray of a pixel meets the turned print, in pixels of the photo. */
function viewRays(
  { width, height }: Image,
  view: PrintView,
): (column: number, row: number) => { x: number; y: number } {
  const distance = width * CAMERA_DISTANCE_SHARE
  const yaw = (view.yaw * Math.PI) / 180
  const pitch = ((view.pitch ?? 0) * Math.PI) / 180
  const size = view.widthShare ?? 1
  // The print's own axes in camera space: x to the right, y up, z to the camera.
  const across = [Math.cos(yaw), 0, -Math.sin(yaw)]
  const up = [-Math.sin(pitch) * Math.sin(yaw), Math.cos(pitch), -Math.sin(pitch) * Math.cos(yaw)]
  const facing = [Math.cos(pitch) * Math.sin(yaw), Math.sin(pitch), Math.cos(pitch) * Math.cos(yaw)]
  return (column, row) => {
    const ray = [column - width / 2, height / 2 - row, -distance]
    const reach = (-facing[2] * distance) / (ray[0] * facing[0] + ray[1] * facing[1] + ray[2] * facing[2])
    const hit = [ray[0] * reach, ray[1] * reach, distance + ray[2] * reach]
    const alongX = hit[0] * across[0] + hit[1] * across[1] + hit[2] * across[2]
    const alongY = hit[0] * up[0] + hit[1] * up[1] + hit[2] * up[2]
    return { x: width / 2 + alongX / size, y: height / 2 - alongY / size }
  }
}

/** The value between four pixels. */
function sample({ data, width }: Image, at: { x: number; y: number; channel: number }): number {
  const left = Math.floor(at.x)
  const top = Math.floor(at.y)
  const across = at.x - left
  const down = at.y - top
  const first = (top * width + left) * 3 + at.channel
  const below = first + width * 3
  return (
    (data[first] * (1 - across) + data[first + 3] * across) * (1 - down) +
    (data[below] * (1 - across) + data[below + 3] * across) * down
  )
}
