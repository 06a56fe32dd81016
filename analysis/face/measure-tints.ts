import type { FaceTints, Tint } from '../../domain/faces/light.ts'
import type { Image, Point } from '../../domain/image.ts'
import { type FaceMesh, meshBox, meshEyes, meshPoint } from './mesh/face-mesh.ts'

/**
 * Places that stand out of a face and are bare on most: their point of the mesh and their radius over the distance of the
 * eyes. Forehead, its sides, the cheeks (the image's left first), nose, chin.
 */
const PATCHES = [
  { point: 151, radius: 0.24 },
  { point: 104, radius: 0.22 },
  { point: 333, radius: 0.22 },
  { point: 50, radius: 0.22 },
  { point: 280, radius: 0.22 },
  { point: 195, radius: 0.1 },
  { point: 199, radius: 0.22 },
] as const
/** Samples along the side of a patch. */
const PATCH_SAMPLES = 24
/** What surrounds a head begins this far from the face, in its widths and heights: beyond hair and ears. */
const SURROUND_ROOM = { side: 0.45, above: 0.6 }
/** Shoulders begin at this share of the face's height. */
const SHOULDERS_SHARE = 0.6
/** Pixels between two samples of the surround, as a share of the frame's width. */
const SURROUND_STEP_SHARE = 1 / 96
/** Least samples of the surround: fewer tell nothing. */
const LEAST_SURROUND = 60
/** Levels at which a sensor is full or blind, 0-255. */
const FULL_LEVEL = 250
const BLIND_LEVEL = 6

/** Share of a patch that may be burnt out, as under a highlight: what is does not grow lighter, and is left out. */
const MOST_BURNT_SHARE = 0.35

/** Light of a level, linear (IEC 61966-2-1 §5.2). */
const LINEAR = Float32Array.from({ length: 256 }, (_, level) => {
  const value = level / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
})

/** The mean light of a face's patches and of what surrounds the head; null where too little of that is seen. Below 1 ms. */
export function measureTints(image: Image, mesh: FaceMesh): FaceTints | null {
  const around = surroundOf(image, mesh)
  if (around.length < LEAST_SURROUND) return null
  const [left, right] = meshEyes(mesh)
  const eyes = Math.hypot(right.x - left.x, right.y - left.y)
  const patches = PATCHES.map(({ point, radius }) => {
    const places = patchOf(image, meshPoint(mesh, point), radius * eyes)
    const clear = places.filter((at) => mostOf(image, at) <= FULL_LEVEL)
    // A patch outside the frame has no places at all.
    return clear.length <= places.length * (1 - MOST_BURNT_SHARE) ? null : meanOf(image, clear)
  })
  return { patches, surround: meanOf(image, around) }
}

/** Where the pixels of a square lie in the image's data. */
function patchOf({ width, height }: Image, middle: Point, radius: number): number[] {
  const places: number[] = []
  const step = Math.max(1, (2 * radius) / PATCH_SAMPLES)
  for (let y = middle.y - radius; y <= middle.y + radius; y += step) {
    for (let x = middle.x - radius; x <= middle.x + radius; x += step) {
      const [column, row] = [Math.round(x), Math.round(y)]
      if (column >= 0 && row >= 0 && column < width && row < height) places.push((row * width + column) * 3)
    }
  }
  return places
}

/**
 * Beside the head and above it, where the sensor is neither full nor blind: a burnt-out window does not change. Where nearly all is
 * burnt out, as a wall behind a face in shadow, it is compared with all the same: the face then, and how the camera corrects it.
 */
function surroundOf(image: Image, mesh: FaceMesh): number[] {
  const { width, height } = image
  const box = meshBox(mesh)
  const from = box.x - box.width * SURROUND_ROOM.side
  const to = box.x + box.width * (1 + SURROUND_ROOM.side)
  const above = box.y - box.height * SURROUND_ROOM.above
  const below = Math.min(height, box.y + box.height * SHOULDERS_SHARE)
  const seen: number[] = []
  const step = Math.max(1, Math.round(width * SURROUND_STEP_SHARE))
  for (let y = 0; y < below; y += step) {
    for (let x = 0; x < width; x += step) {
      if (x >= from && x <= to && y >= above) continue
      const at = (y * width + x) * 3
      if (mostOf(image, at) >= BLIND_LEVEL) seen.push(at)
    }
  }
  const clear = seen.filter((at) => mostOf(image, at) <= FULL_LEVEL)
  return clear.length >= LEAST_SURROUND ? clear : seen
}

/** The level of the channel that is burnt out first. */
function mostOf({ data }: Image, at: number): number {
  return Math.max(data[at], data[at + 1], data[at + 2])
}

function meanOf({ data }: Image, places: readonly number[]): Tint {
  const sums: Tint = [0, 0, 0]
  for (const at of places) for (let c = 0; c < 3; c++) sums[c] += LINEAR[data[at + c]]
  return [sums[0] / places.length, sums[1] / places.length, sums[2] / places.length]
}
