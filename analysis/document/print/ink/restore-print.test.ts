import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../test/fakes/analysis-engine.ts'
import { printedText } from '../../../../test/people/documents/printed-text.ts'
import { ground, renderSheet } from '../../../../test/people/documents/sheet.ts'
import type { Engine } from '../../../engine.ts'
import { readLine } from '../read-lines.ts'
import { restorePrint } from './restore-print.ts'

const TIMEOUT_MS = 60_000
const SHEET = { widthMm: 100, heightMm: 20 }
/** Where the detector sees the line below: close around its letters, px of a sheet 1400 px wide. */
const LINE = { y: 118, height: 62 }

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine()
}, TIMEOUT_MS)
afterAll(() => engine?.close())

/** What is made of a printed line, and what the recogniser alone made of it. */
async function readPrinted(text: string): Promise<{ read: string; restored: string }> {
  const print = printedText({ text, x: 5, baseline: 12, size: 4, weight: 'bold' })
  const card = await renderSheet(SHEET, ground(SHEET, { from: '#dfe6f2', to: '#f2e9e2' }) + print)
  const box = { x: 62, width: Math.min(1320, text.length * 40 + 30), ...LINE }
  const line = await readLine(engine, card, { box, care: 'full' })
  return { read: line.text, restored: restorePrint(card, line).text.trim() }
}

describe('restorePrint', () => {
  it.each(['LEFÈVRE', 'BESANÇON', 'BENOÎT', 'NÚÑEZ', 'JÜRGEN', 'Anaïs, Zoë', 'Hélène', 'Gonçalves', 'MÂCON'])(
    'gives %s its marks',
    async (name) => {
      expect((await readPrinted(name)).restored).toBe(name)
    },
    TIMEOUT_MS,
  )

  it.each(['JULIE', 'Julien', 'DIJON', 'Fiji', 'MARTIN', 'CQUOI', 'Jury'])(
    'sees no marks on %s',
    async (name) => {
      const { read, restored } = await readPrinted(name)
      expect(restored.replaceAll(' ', '')).toBe(read.trim().replaceAll(' ', ''))
    },
    TIMEOUT_MS,
  )

  it(
    'tells zeros from the letter O and words from each other',
    async () => {
      expect((await readPrinted('Z0HVO051')).restored).toBe('Z0HVO051')
      expect((await readPrinted('12 RUE DES LILAS')).restored).toBe('12 RUE DES LILAS')
    },
    TIMEOUT_MS,
  )

  it(
    'leaves a line without contrast as it was read',
    async () => {
      const card = await renderSheet(SHEET, ground(SHEET, { from: '#dfe6f2', to: '#f2e9e2' }))
      const place = { left: 50, top: 100, right: 90, bottom: 140 }
      const line = { text: 'E', confidence: 1, positions: [0.5], certainties: [1], ...place }
      expect(restorePrint(card, { ...line, isGlance: false })).toEqual({ ...line, isGlance: false })
    },
    TIMEOUT_MS,
  )
})
