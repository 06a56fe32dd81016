import { type FaceMesh, meshEyes, meshPoint } from '../../../../../analysis/face/mesh/face-mesh.ts'

/** Middle of the upper and of the lower lid, and the corners, of each eye. */
const LIDS = [
  { upper: 159, lower: 145, corners: [33, 133] },
  { upper: 386, lower: 374, corners: [362, 263] },
] as const
const NOSE_TIP = 4
const DEGREES = 180 / Math.PI

/** How far the wider eye is open, over its width. */
export function lidOpenness(mesh: FaceMesh): number {
  const openness = LIDS.map(({ upper, lower, corners: [outer, inner] }) => {
    return distance(mesh, upper, lower) / Math.max(1e-6, distance(mesh, outer, inner))
  })
  return Math.max(...openness)
}

/** How far the tip of the nose wandered off the middle of the eyes, in their distance, over the sine of the turn. */
export function noseShift(straight: FaceMesh, turned: FaceMesh, yawDegrees: number): number {
  return (noseOffset(turned) - noseOffset(straight)) / Math.sin(yawDegrees / DEGREES)
}

function noseOffset(mesh: FaceMesh): number {
  const [left, right] = meshEyes(mesh)
  const nose = meshPoint(mesh, NOSE_TIP)
  const [x, y] = [right.x - left.x, right.y - left.y]
  return ((nose.x - (left.x + right.x) / 2) * x + (nose.y - (left.y + right.y) / 2) * y) / (x * x + y * y)
}

function distance(mesh: FaceMesh, a: number, b: number): number {
  const [from, to] = [meshPoint(mesh, a), meshPoint(mesh, b)]
  return Math.hypot(to.x - from.x, to.y - from.y)
}
