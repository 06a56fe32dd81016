/** Where a point of the mesh lies on the mean face; 0-1, the unit is the mean face's height from brows to chin. */
export interface ReferencePoint {
  mesh: number
  x: number
  y: number
}

/**
 * Eyes, nose and upper lip of the mean face the embedder was trained with (dlib, image_transforms/
 * interpolation.h, get_face_chip_details) and the mesh points at the same places; left is the image's.
 */
export const REFERENCE_POINTS: readonly ReferencePoint[] = [
  // Left eye, from its outer corner round by the upper lid.
  { mesh: 33, x: 0.121737, y: 0.216423 },
  { mesh: 160, x: 0.187122, y: 0.178758 },
  { mesh: 158, x: 0.265825, y: 0.179852 },
  { mesh: 133, x: 0.334606, y: 0.231733 },
  { mesh: 153, x: 0.260918, y: 0.245099 },
  { mesh: 144, x: 0.182743, y: 0.244077 },
  // Right eye, from its inner corner round by the upper lid.
  { mesh: 362, x: 0.645647, y: 0.231733 },
  { mesh: 385, x: 0.714428, y: 0.179852 },
  { mesh: 387, x: 0.793132, y: 0.178758 },
  { mesh: 263, x: 0.858516, y: 0.216423 },
  { mesh: 373, x: 0.79751, y: 0.244077 },
  { mesh: 380, x: 0.719335, y: 0.245099 },
  // Ridge of the nose downwards, then its base from left to right.
  { mesh: 168, x: 0.490127, y: 0.203352 },
  { mesh: 197, x: 0.490127, y: 0.307009 },
  { mesh: 5, x: 0.490127, y: 0.409805 },
  { mesh: 4, x: 0.490127, y: 0.515625 },
  { mesh: 98, x: 0.36688, y: 0.587326 },
  { mesh: 97, x: 0.426036, y: 0.609345 },
  { mesh: 2, x: 0.490127, y: 0.628106 },
  { mesh: 326, x: 0.554217, y: 0.609345 },
  { mesh: 327, x: 0.613373, y: 0.587326 },
  // Upper lip from corner to corner.
  { mesh: 61, x: 0.254149, y: 0.780233 },
  { mesh: 40, x: 0.340985, y: 0.745405 },
  { mesh: 37, x: 0.428858, y: 0.727388 },
  { mesh: 0, x: 0.490127, y: 0.742578 },
  { mesh: 267, x: 0.551395, y: 0.727388 },
  { mesh: 270, x: 0.639268, y: 0.745405 },
  { mesh: 291, x: 0.726104, y: 0.780233 },
]
