import { describe, expect, it } from 'vitest'
import type { Image } from '../../../domain/image.ts'
import { CAST } from '../cast.ts'
import { drawDocument } from './draw-document.ts'
import { type DocumentKind, issueDocument } from './issue-document.ts'
import { ocrBLine } from './ocr-b.ts'
import { printedText } from './printed-text.ts'

/** Luma below which a pixel is ink. */
const INK_LUMA = 90

function isInk({ data, width }: Image, x: number, y: number): boolean {
  const at = (y * width + x) * 3
  return 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2] < INK_LUMA
}

describe('drawDocument()', () => {
  it.each<[DocumentKind, number, 'one' | 'two']>([
    ['passport', 125 / 88, 'one'],
    ['id-card', 85.6 / 53.98, 'two'],
    ['french-card', 105 / 74, 'two'],
    ['driving-licence', 85.6 / 53.98, 'two'],
    ['french-passport', 125 / 88, 'one'],
    ['french-id-card', 85.6 / 53.98, 'two'],
    ['residence-permit', 85.6 / 53.98, 'two'],
    ['french-licence', 85.6 / 53.98, 'two'],
  ])('draws a %s 1400 px wide in its proportions', async (kind, proportion, sides) => {
    const drawn = await drawDocument(issueDocument(CAST.anna, kind))
    expect(drawn.front.width).toBe(1400)
    expect(drawn.front.data).toHaveLength(drawn.front.width * drawn.front.height * 3)
    expect(drawn.front.width / drawn.front.height).toBeCloseTo(proportion, 2)
    expect(drawn.back !== null).toBe(sides === 'two')
  })

  it('prints the characters of a passport zone a tenth of an inch apart on clean ground', async () => {
    const { front, size } = await drawDocument(issueDocument(CAST.anna, 'passport'))
    const pixelsPerMm = front.width / size.widthMm
    const [top, bottom] = [76.8, 80.5].map((mm) => Math.round(mm * pixelsPerMm))
    const hasInk = (x: number) => {
      for (let y = top; y <= bottom; y++) if (isInk(front, x, y)) return true
      return false
    }
    const left = (size.widthMm - 44 * 2.54) / 2
    for (let cell = 0; cell < 44; cell++) {
      const middle = (left + (cell + 0.5) * 2.54) * pixelsPerMm
      const columns = Array.from({ length: 21 }, (_, i) => Math.round(middle + i - 10))
      expect(columns.some(hasInk), `cell ${cell} is printed`).toBe(true)
      expect(hasInk(Math.round(middle + 1.27 * pixelsPerMm)), `the gap after cell ${cell} is free`).toBe(
        false,
      )
    }
  })
})

describe('ocrBLine()', () => {
  it('draws all 37 characters of a zone within their cells and refuses others', () => {
    const all = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'
    const svg = ocrBLine(all, { x: 0, baseline: 0 })
    const outlines = [...svg.matchAll(/ d="([^"]+)"/g)].map((match) => match[1])
    expect(outlines).toHaveLength(37)
    expect(new Set(outlines).size).toBe(37)
    for (const outline of outlines) {
      const numbers = (outline.match(/-?\d+/g) ?? []).map(Number)
      expect(Math.max(...numbers.map(Math.abs))).toBeLessThanOrEqual(244)
      expect(Math.max(...numbers.filter((_, i) => i % 2 === 0).map(Math.abs))).toBeLessThanOrEqual(75)
    }
    expect(() => ocrBLine('É', { x: 0, baseline: 0 })).toThrow("Cannot draw 'É'")
  })
})

describe('printedText()', () => {
  it('has the accents of European names and refuses what the font lacks', () => {
    const print = { x: 0, baseline: 0, size: 3 }
    const written = [...'ÅÖÉÈËÑÇØŒŁŠŽßþÐĞİŐŰ'].map((text) => printedText({ ...print, text }))
    expect(new Set(written).size).toBe(19)
    expect(() => printedText({ ...print, text: '漢' })).toThrow('the font lacks it')
  })
})
