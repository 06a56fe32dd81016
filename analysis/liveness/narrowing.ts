import { type FaceMesh, MESH_POINTS, meshPoint } from '../face/mesh/face-mesh.ts'

const DEGREES = 180 / Math.PI

/**
 * The angle by which a flat print of the frontal face would have to be turned to look as narrow as the other,
 * degrees; 0 when it looks no narrower. Width is taken over the eyes, height from between the brows to the
 * upper lip, which neither talking nor a small nod changes much.
 */
export function narrowing(frontal: FaceMesh, turned: FaceMesh): number {
  const ratio = apparentWidth(turned) / apparentWidth(frontal)
  return Math.acos(Math.min(1, Math.max(0, ratio))) * DEGREES
}

/** Width over height of the middle of a face, both as seen in the image; largest when it looks straight. */
export function apparentWidth(mesh: FaceMesh): number {
  const left = meshPoint(mesh, MESH_POINTS.leftEyeOuter)
  const right = meshPoint(mesh, MESH_POINTS.rightEyeOuter)
  const top = meshPoint(mesh, MESH_POINTS.betweenBrows)
  const bottom = meshPoint(mesh, MESH_POINTS.aboveUpperLip)
  const [across, along] = [right.x - left.x, right.y - left.y]
  const squaredWidth = across * across + along * along
  const doubledArea = Math.abs((bottom.y - top.y) * across - (bottom.x - top.x) * along)
  return squaredWidth / Math.max(1e-6, doubledArea)
}
