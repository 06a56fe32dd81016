import { valueNoise } from '../noise.ts'
import { seededRandom } from '../random.ts'
import { type LightFrame, makeFrame } from './light-frame.ts'

/** Woods and cloths a desk may be of, 0-1. */
const DESK_COLORS = [
  [0.42, 0.31, 0.22],
  [0.33, 0.35, 0.38],
  [0.55, 0.46, 0.36],
  [0.26, 0.3, 0.28],
] as const
/** Grain: cells along and across it, px, and how strongly it shows. */
const GRAIN = { along: 190, across: 7, strength: 0.16 }
const SPECKLE = { cell: 2.3, strength: 0.06 }

/** Paints a desk with a grain, as a background that is not plain. */
export function paintDesk(size: { width: number; height: number }, seed: number): LightFrame {
  const frame = makeFrame(size.width, size.height)
  const color = seededRandom(seed, 'desk').pick(DESK_COLORS)
  for (let y = 0, at = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++, at += 3) {
      const grain = valueNoise(x / GRAIN.along, y / GRAIN.across, seed) - 0.5
      const speckle = valueNoise(x / SPECKLE.cell, y / SPECKLE.cell, seed + 1) - 0.5
      const shade = 1 + GRAIN.strength * grain + SPECKLE.strength * speckle
      for (let channel = 0; channel < 3; channel++) frame.data[at + channel] = color[channel] * shade
    }
  }
  return frame
}
