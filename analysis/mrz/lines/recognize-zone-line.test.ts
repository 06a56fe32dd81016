import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Image } from '../../../domain/image.ts'
import { loadEngine } from '../../../test/fakes/analysis-engine.ts'
import { ocrBLine } from '../../../test/people/documents/ocr-b.ts'
import type { Engine } from '../../engine.ts'
import { decodeLattice } from '../decoding/decode-lattice.ts'
import { ZONE_GRAMMARS } from '../decoding/decode-zone.ts'
import { readCells } from '../decoding/line-lattice.ts'
import { secondOpinion } from '../decoding/second-opinion.ts'
import { findCells } from './find-cells.ts'
import { recognizeZoneLine, ZONE_LINE } from './recognize-zone-line.ts'

const LINE = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'
/** Of a line of 44 characters with a little room, mm. */
const SIZE_MM = { width: 114.3, height: 4.3 }
const [, GRAMMAR] = ZONE_GRAMMARS.TD3

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine()
}, 120_000)
afterAll(async () => engine?.close())

/** The line as printed, `characterPx` a character, then blurred. */
async function printed(characterPx: number, blurSigma: number): Promise<Image> {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE_MM.width} ${SIZE_MM.height}" ` +
    `width="${Math.round((SIZE_MM.width / 2.54) * characterPx)}">` +
    `<rect width="100%" height="100%" fill="#ddd"/>${ocrBLine(LINE, { x: 1.2, baseline: 3.3 })}</svg>`
  const width =
    Math.round((ZONE_LINE.height * SIZE_MM.width) / SIZE_MM.height / ZONE_LINE.step) * ZONE_LINE.step
  const seen = sharp(Buffer.from(svg)).removeAlpha()
  const file = await (blurSigma > 0 ? seen.blur(blurSigma) : seen).png().toBuffer()
  const { data } = await sharp(file)
    .resize({ width, height: ZONE_LINE.height, fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width, height: ZONE_LINE.height }
}

describe('recognizeZoneLine', () => {
  it.each([
    ['large and sharp', 30, 0],
    ['small', 9, 0],
    ['blurred by an eighth of a character', 24, 3],
  ])('reads a line that is %s, every character surely', async (_, characterPx, blurSigma) => {
    const posteriors = await recognizeZoneLine(engine, await printed(characterPx, blurSigma))
    const { lattice } = readCells(posteriors, findCells(posteriors, LINE.length))
    const { text, confidence } = decodeLattice(lattice, GRAMMAR)
    expect(text).toBe(LINE)
    expect(confidence).toBeGreaterThan(0.95)
  })
})

describe('secondOpinion', () => {
  it('agrees with a line read alike, and not with one that a sure reader reads otherwise', async () => {
    const posteriors = await recognizeZoneLine(engine, await printed(24, 0))
    const { lattice } = readCells(posteriors, findCells(posteriors, LINE.length))
    const line = { text: LINE, lattice, grammar: GRAMMAR, asked: LINE.length }
    expect(secondOpinion(line, posteriors)).toBe('same')
    const doubted = { ...line, text: LINE.replace('B', '8'), lattice: lattice.map(() => 0) }
    expect(secondOpinion(doubted, posteriors)).toBe('other')
  })
})
