import type { Person } from '../person.ts'
import type { Color } from './color.ts'
import { beardPaint } from './paint-beard.ts'
import { browPaint } from './paint-brows.ts'
import { complexionPaint } from './paint-complexion.ts'
import { eyePaint } from './paint-eyes.ts'
import { lipPaint } from './paint-lips.ts'
import { scalpPaint } from './paint-scalp.ts'
import type { Paint } from './spot.ts'

/** The painted skin as colours over the canonical face, interleaved, rows from the top. */
export interface SkinTexture {
  data: Float32Array
  width: number
  height: number
}

/** Finest detail that a 1280 px frame shows of a face, with some room. */
const TEXELS_PER_CENTIMETRE = 25
/** What the texture covers: the canonical face and a little more, centimetres. */
const COVERED = { left: -8, right: 8, bottom: -9.8, top: 8.8 }

/** Paints the skin of a person's face: complexion, beard, lips, brows, eyes, roots of the hair. */
export function paintSkin(person: Person): SkinTexture {
  const layers: Paint[] = [
    complexionPaint(person),
    beardPaint(person),
    lipPaint(person),
    browPaint(person),
    eyePaint(person),
    scalpPaint(person),
  ]
  const width = Math.round((COVERED.right - COVERED.left) * TEXELS_PER_CENTIMETRE)
  const height = Math.round((COVERED.top - COVERED.bottom) * TEXELS_PER_CENTIMETRE)
  const data = new Float32Array(width * height * 3)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const x = COVERED.left + (column + 0.5) / TEXELS_PER_CENTIMETRE
      const y = COVERED.top - (row + 0.5) / TEXELS_PER_CENTIMETRE
      const spot = { x, y, out: Math.abs(x) }
      let color = person.skin.color
      for (const layer of layers) color = layer(color, spot)
      data.set(color, (row * width + column) * 3)
    }
  }
  return { data, width, height }
}

/** The painted colour at a place of the canonical face, blended between its four nearest texels. */
export function skinColorAt(texture: SkinTexture, x: number, y: number): Color {
  const { data, width, height } = texture
  const column = clampTo((x - COVERED.left) * TEXELS_PER_CENTIMETRE - 0.5, width - 2)
  const row = clampTo((COVERED.top - y) * TEXELS_PER_CENTIMETRE - 0.5, height - 2)
  const left = Math.floor(column)
  const top = Math.floor(row)
  const across = column - left
  const down = row - top
  const at = (top * width + left) * 3
  const below = at + width * 3
  const channel = (e: number) =>
    (data[at + e] * (1 - across) + data[at + 3 + e] * across) * (1 - down) +
    (data[below + e] * (1 - across) + data[below + 3 + e] * across) * down
  return [channel(0), channel(1), channel(2)]
}

function clampTo(value: number, high: number): number {
  return Math.min(high, Math.max(0, value))
}
