import sharp from 'sharp'
import { expect, it } from 'vitest'
import type { Image } from '../../../../domain/image.ts'
import type { TextLine } from '../text-line.ts'
import { loneLetters } from './lone-letters.ts'

/** A row with two runs of print, and what stands between them. */
async function row(between: string): Promise<Image> {
  const print = (text: string, x: number) =>
    `<text x="${x}" y="40" font-family="sans-serif" font-weight="bold" font-size="30" fill="#222">${text}</text>`
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="60"><rect width="100%" height="100%" fill="#dde"/>` +
    `${print('25 07 1965', 10)}${print(between, 330)}${print('LYON', 560)}</svg>`
  const { data, info } = await sharp(Buffer.from(svg))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

const run = (left: number, right: number): TextLine => ({
  text: 'X',
  confidence: 1,
  positions: [0.5],
  certainties: [1],
  left,
  right,
  top: 12,
  bottom: 46,
  isGlance: false,
})
const RUNS = [run(8, 190), run(556, 660)]

it('finds the letter that stands alone between two runs of a row', async () => {
  const [box, ...more] = loneLetters(await row('F'), RUNS)
  expect(more).toEqual([])
  expect(box.x).toBeGreaterThan(310)
  expect(box.x + box.width).toBeLessThan(375)
  expect(box).toMatchObject({ y: 12, height: 34 })
})

it.each(['', 'FRA', '-', 'F M'])('finds none in "%s"', async (between) => {
  expect(loneLetters(await row(between), RUNS)).toEqual([])
})

it('finds none beside a single run', async () => {
  expect(loneLetters(await row('F'), RUNS.slice(0, 1))).toEqual([])
})
