import type { Image } from '../../../../domain/image.ts'

/** Radius of the cylinder over the width of the picture: a sheet bent round a head. */
const RADIUS_SHARE = 0.3
/** Distance of the camera over the width of the picture. */
const DISTANCE_SHARE = 1.4
const WALL_VALUE = 122

/**
 * A print bent round an upright cylinder that is turned by `yaw` degrees about its axis, as a camera sees it: what an
 * attacker does who knows that flat prints are found out.
 */
export function bendPrint(photo: Image, yaw: number): Image {
  const { width, height } = photo
  const data = new Uint8Array(width * height * 3).fill(WALL_VALUE)
  const radius = width * RADIUS_SHARE
  const distance = width * DISTANCE_SHARE
  const turned = (yaw * Math.PI) / 180
  for (let column = 0; column < width; column++) {
    const hit = meet((column - width / 2) / distance, radius, distance)
    if (hit === null) continue
    // The photo is wound round the front half: an arc as long as the way over the paper.
    const photoX = Math.round(width / 2 + (hit.angle - turned) * radius)
    if (photoX < 0 || photoX >= width) continue
    for (let row = 0; row < height; row++) {
      const photoY = Math.round(height / 2 + ((row - height / 2) * hit.depth) / (distance - radius))
      if (photoY < 0 || photoY >= height) continue
      const from = (photoY * width + photoX) * 3
      data.set(photo.data.subarray(from, from + 3), (row * width + column) * 3)
    }
  }
  return { data, width, height }
}

/** Where a ray of a slope meets the cylinder first: the angle from its front, and how far away. */
function meet(slope: number, radius: number, distance: number): { angle: number; depth: number } | null {
  // The axis stands at the distance; the ray is x = slope * z.
  const a = 1 + slope * slope
  const root = distance * distance - a * (distance * distance - radius * radius)
  if (root < 0) return null
  const depth = (distance - Math.sqrt(root)) / a
  return { angle: Math.atan2(slope * depth, distance - depth), depth }
}
