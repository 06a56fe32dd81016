/**
 * Smooth noise over space, 0-1: random values on a grid of unit cells, blended between them in x and y
 * and stepping from layer to layer in z.
 */
export function valueNoise(x: number, y: number, z = 0): number {
  const left = Math.floor(x)
  const top = Math.floor(y)
  const layer = Math.floor(z)
  const across = ease(x - left)
  const down = ease(y - top)
  const upper = blend(cellValue(left, top, layer), cellValue(left + 1, top, layer), across)
  const lower = blend(cellValue(left, top + 1, layer), cellValue(left + 1, top + 1, layer), across)
  return blend(upper, lower, down)
}

function ease(share: number): number {
  return share * share * (3 - 2 * share)
}

function blend(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

/** The random value of a grid point: its coordinates times large odd numbers, bits folded. */
function cellValue(x: number, y: number, z: number): number {
  let bits = Math.imul(x, 0x165667b1) ^ Math.imul(y, 0x27d4eb2f) ^ Math.imul(z, 0x4cf5ad43)
  bits = Math.imul(bits ^ (bits >>> 13), 0x165667b1)
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32
}
