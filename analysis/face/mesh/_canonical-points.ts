/** A point of the mean head: its number in the mesh and its place in centimetres, y up, z towards the camera. */
export interface CanonicalPoint {
  mesh: number
  x: number
  y: number
  z: number
}

/**
 * Brow, temples, cheeks, eyes and nose of MediaPipe's canonical face model (geometry_pipeline_metadata_landmarks, Apache-2.0):
 * what talking does not move.
 */
export const CANONICAL_POINTS: readonly CanonicalPoint[] = [
  { mesh: 1, x: 0, y: -1.13, z: 7.48 },
  { mesh: 2, x: 0, y: -2.09, z: 6.06 },
  { mesh: 4, x: 0, y: -0.46, z: 7.59 },
  { mesh: 5, x: 0, y: 0.37, z: 7.24 },
  { mesh: 6, x: 0, y: 2.47, z: 5.79 },
  { mesh: 8, x: 0, y: 4.02, z: 5.28 },
  { mesh: 9, x: 0, y: 4.89, z: 5.39 },
  { mesh: 10, x: 0, y: 8.26, z: 4.48 },
  { mesh: 21, x: -7.09, y: 5.43, z: 0.1 },
  { mesh: 33, x: -4.45, y: 2.66, z: 3.17 },
  { mesh: 50, x: -4.77, y: -0.7, z: 3.53 },
  { mesh: 54, x: -6.28, y: 6.62, z: 1.43 },
  { mesh: 67, x: -3.52, y: 8.01, z: 3.73 },
  { mesh: 70, x: -5.72, y: 4.25, z: 2.83 },
  { mesh: 93, x: -7.54, y: -1.05, z: -2.43 },
  { mesh: 98, x: -1.41, y: -1.71, z: 5.24 },
  { mesh: 103, x: -5.13, y: 7.49, z: 2.66 },
  { mesh: 105, x: -3.99, y: 5.11, z: 4.47 },
  { mesh: 107, x: -1.4, y: 5.01, z: 5.32 },
  { mesh: 109, x: -1.89, y: 8.24, z: 4.27 },
  { mesh: 117, x: -5.26, y: 0.95, z: 2.97 },
  { mesh: 127, x: -7.74, y: 2.36, z: -2.01 },
  { mesh: 132, x: -7.27, y: -2.89, z: -2.25 },
  { mesh: 133, x: -1.86, y: 2.59, z: 3.76 },
  { mesh: 162, x: -7.56, y: 4.11, z: -0.99 },
  { mesh: 168, x: 0, y: 3.27, z: 5.24 },
  { mesh: 195, x: 0, y: 1.06, z: 6.77 },
  { mesh: 197, x: 0, y: 1.73, z: 6.32 },
  { mesh: 234, x: -7.66, y: 0.67, z: -2.44 },
  { mesh: 251, x: 7.09, y: 5.43, z: 0.1 },
  { mesh: 263, x: 4.45, y: 2.66, z: 3.17 },
  { mesh: 280, x: 4.77, y: -0.7, z: 3.53 },
  { mesh: 284, x: 6.28, y: 6.62, z: 1.43 },
  { mesh: 297, x: 3.52, y: 8.01, z: 3.73 },
  { mesh: 300, x: 5.72, y: 4.25, z: 2.83 },
  { mesh: 323, x: 7.54, y: -1.05, z: -2.43 },
  { mesh: 327, x: 1.41, y: -1.71, z: 5.24 },
  { mesh: 332, x: 5.13, y: 7.49, z: 2.66 },
  { mesh: 334, x: 3.99, y: 5.11, z: 4.47 },
  { mesh: 336, x: 1.4, y: 5.01, z: 5.32 },
  { mesh: 338, x: 1.89, y: 8.24, z: 4.27 },
  { mesh: 346, x: 5.26, y: 0.95, z: 2.97 },
  { mesh: 356, x: 7.74, y: 2.36, z: -2.01 },
  { mesh: 361, x: 7.27, y: -2.89, z: -2.25 },
  { mesh: 362, x: 1.86, y: 2.59, z: 3.76 },
  { mesh: 389, x: 7.56, y: 4.11, z: -0.99 },
  { mesh: 454, x: 7.66, y: 0.67, z: -2.44 },
]
