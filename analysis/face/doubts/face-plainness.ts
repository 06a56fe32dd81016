import type { FacePlainness } from '../../../domain/faces/face-doubts.ts'
import type { Plane } from '../../image/plane.ts'

/** A rectangle on the aligned face: its middle, half its width and half its height, px of 112. */
interface Place {
  x: number
  y: number
  across: number
  along: number
}

/** Where the parts of faces come to lie: middles over the 64 photos for development, which stray by four. */
const EYES: readonly Place[] = [35, 76].map((x) => ({ x, y: 32, across: 8, along: 5 }))
const CHEEKS: readonly Place[] = [30, 81].map((x) => ({ x, y: 52, across: 6, along: 6 }))
const MOUTH: Place = { x: 55, y: 74, across: 12, along: 7 }

/** Added to every slope, levels: what noise alone makes says nothing. */
const NOISE_LEVELS = 1

/**
 * How plain eyes and mouth are on a face laid out straight, given as `facePlane` makes it: eyes and lips have edges, the glass
 * of sunglasses and the cloth of a mask have few. Below 0.1 ms.
 */
export function facePlainness(plane: Plane): FacePlainness {
  const eyes = Math.max(...EYES.map((place) => slopes(plane, place)))
  const cheeks = CHEEKS.reduce((sum, place) => sum + slopes(plane, place), 0) / CHEEKS.length
  const mouth = slopes(plane, MOUTH)
  const plainer = (one: number, other: number) => Math.log((other + NOISE_LEVELS) / (one + NOISE_LEVELS))
  return {
    eyesToCheeks: plainer(eyes, cheeks),
    eyesToMouth: plainer(eyes, mouth),
    mouthToCheeks: plainer(mouth, cheeks),
    mouthToEyes: plainer(mouth, eyes),
  }
}

/** Mean change of light across and down a place. */
function slopes({ data, width }: Plane, { x, y, across, along }: Place): number {
  let [sum, count] = [0, 0]
  for (let row = y - along; row <= y + along; row++) {
    for (let i = row * width + x - across; i <= row * width + x + across; i++, count++) {
      sum += Math.abs(data[i + 1] - data[i - 1]) + Math.abs(data[i + width] - data[i - width])
    }
  }
  return sum / count
}
