import { cropImage } from '../../../../analysis/image/crop-image.ts'
import type { Box, Image } from '../../../../domain/image.ts'

/** Rows count as part of the letters from this share of a full row's ink on: accents and dots have less. */
const FULL_ROW = 0.25
/** Share of a field that ink fills; more or less is no print on paper. */
const INK_SHARE = { least: 0.03, most: 0.55 }
/** Least size of a field to measure, px. */
const LEAST = { width: 15, height: 10 }

/** How a printed field looks, whatever it says. */
export interface FieldLook {
  /** Height of its letters, px. */
  height: number
  /** Mean width of strokes along rows, over the height. */
  stroke: number
  /** How much darker ink is than paper, share of the paper's light. */
  darkness: number
  /** Steepest rise of light, share of that difference a pixel. */
  edge: number
  /** Red and blue of the ink over its green, logarithms. */
  red: number
  blue: number
}

/** Measures the look of the print in a box of a card; null where print and paper cannot be told apart. */
export function fieldLook(card: Image, box: Box): FieldLook | null {
  const { data, width, height } = cropImage(card, box)
  if (width < LEAST.width || height < LEAST.height) return null
  const light = Float32Array.from(
    { length: width * height },
    (_, i) => (data[i * 3] + data[i * 3 + 1] + data[i * 3 + 2]) / 3,
  )
  const limit = splitOf(light)
  const ink = [...light.keys()].filter((i) => light[i] <= limit)
  const share = ink.length / light.length
  if (share < INK_SHARE.least || share > INK_SHARE.most) return null
  const rows = Array.from({ length: height }, () => 0)
  for (const i of ink) rows[Math.floor(i / width)]++
  const full = rows.toSorted((a, b) => b - a)[Math.floor(height / 10)] * FULL_ROW
  const letters = rows.findLastIndex((count) => count > full) - rows.findIndex((count) => count > full) + 1
  const runs = ink.filter((i) => i % width === 0 || light[i - 1] > limit).length
  const paper = shareOf(light, 0.8)
  const difference =
    paper -
    shareOf(
      Float32Array.from(ink, (i) => light[i]),
      0.5,
    )
  const steps = light.map((level, i) => (i % width === 0 ? 0 : Math.abs(level - light[i - 1])))
  const mean = (channel: number) => ink.reduce((sum, i) => sum + data[i * 3 + channel], 0) / ink.length
  const tint = (channel: number) => Math.log((mean(channel) + 8) / (mean(1) + 8))
  return {
    height: letters,
    stroke: ink.length / runs / letters,
    darkness: difference / paper,
    edge: shareOf(steps, 0.98) / difference,
    red: tint(0),
    blue: tint(2),
  }
}

/** How far a field's look is from the middle of the others', by each measure; null when there are too few others. */
export function oddness(look: FieldLook, others: readonly FieldLook[]): Record<string, number> | null {
  if (others.length < 2) return null
  const middle = (of: (one: FieldLook) => number) => shareOf(Float32Array.from(others.map(of)), 0.5)
  const apart = (of: (one: FieldLook) => number) => Math.abs(Math.log(of(look) / middle(of)))
  return {
    'height of letters': apart((one) => one.height),
    'weight of strokes': apart((one) => one.stroke),
    darkness: Math.abs(look.darkness - middle((one) => one.darkness)),
    'sharpness of edges': apart((one) => one.edge),
    'colour of ink': Math.hypot(look.red - middle((one) => one.red), look.blue - middle((one) => one.blue)),
  }
}

function shareOf(values: Float32Array, share: number): number {
  return values.toSorted()[Math.min(values.length - 1, Math.floor(values.length * share))]
}

/** The light that parts ink from paper best (Otsu, IEEE Transactions on Systems, Man and Cybernetics 9:62, 1979). */
function splitOf(light: Float32Array): number {
  const counts = new Float64Array(256)
  for (const level of light) counts[Math.floor(level)]++
  const total = light.reduce((sum, level) => sum + Math.floor(level), 0)
  let [below, sumBelow, best, limit] = [0, 0, -1, 0]
  for (let level = 0; level < 256; level++) {
    below += counts[level]
    sumBelow += level * counts[level]
    const above = light.length - below
    if (below === 0 || above === 0) continue
    const between = below * above * (sumBelow / below - (total - sumBelow) / above) ** 2
    if (between > best) [best, limit] = [between, level]
  }
  return limit
}
