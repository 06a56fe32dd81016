import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Image, Quad } from '../../domain/image.ts'
import { loadEngine } from '../../test/fakes/analysis-engine.ts'
import { ocrBLine } from '../../test/people/documents/ocr-b.ts'
import { boxQuad } from '../document/card/box-quad.ts'
import type { Engine } from '../engine.ts'
import { readLicenceLine } from './read-licence-line.ts'
import { readZone } from './read-zone.ts'

const TODAY = '2026-11-26'
const SPECIMEN = 'D1FRA13AA000026181231MARTIN<<9'
/** Of a strip of a card with a line of 30 characters of 2.54 mm and a little room, mm, and its pixels in one. */
const STRIP = { widthMm: 78.6, heightMm: 4.3, pixelsPerMm: 14 }
const WHOLE: Quad = boxQuad({
  x: 0,
  y: 0,
  width: STRIP.widthMm * STRIP.pixelsPerMm,
  height: STRIP.heightMm * STRIP.pixelsPerMm,
})

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine()
}, 120_000)
afterAll(async () => engine?.close())

/** The strip with a line; a spot of dirt lies over the character at a place. */
async function strip(line: string, spotAt?: number): Promise<Image> {
  const spot =
    spotAt === undefined
      ? ''
      : `<rect x="${1.2 + spotAt * 2.54}" y="0.3" width="2.3" height="3.6" fill="#777"/>`
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${STRIP.widthMm} ${STRIP.heightMm}" ` +
    `width="${Math.round(STRIP.widthMm * STRIP.pixelsPerMm)}"><rect width="100%" height="100%" fill="#ddd"/>` +
    `${ocrBLine(line, { x: 1.2, baseline: 3.3 })}${spot}</svg>`
  const file = sharp(Buffer.from(svg)).removeAlpha().toColourspace('srgb').raw()
  const { data, info } = await file.toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

const read = (cards: Image[]) => readLicenceLine(engine, { quad: WHOLE, cards, today: TODAY })

describe('readLicenceLine()', () => {
  it('reads the line of the published specimen to its characters', async () => {
    expect(await read([await strip(SPECIMEN)])).toMatchObject({
      line: SPECIMEN,
      raw: SPECIMEN,
      checksValid: true,
      fields: { documentNumber: '13AA00002', expiryDate: '2018-12-31', lastName: 'MARTIN' },
    })
  })

  it('leaves a line as printed whose digits do not agree, in however many frames', async () => {
    const forged = SPECIMEN.replace('181231', '281231')
    const card = await strip(forged)
    expect(await read([card, card, card, card])).toMatchObject({ line: forged, checksValid: false })
  })

  it('takes what dirt or a reflection hides in one frame from the next', async () => {
    const [hidden, clear] = [await strip(SPECIMEN, 22), await strip(SPECIMEN)]
    expect(await read([hidden])).toMatchObject({ checksValid: false })
    expect(await read([hidden, clear])).toMatchObject({ line: SPECIMEN, checksValid: true })
  })

  it('tells where the fields stand by the first frame that spells the line', async () => {
    const [empty, clear] = [await strip(''), await strip(SPECIMEN)]
    expect((await read([empty, clear]))?.fieldBoxes).toEqual((await read([clear]))?.fieldBoxes)
  })

  it('lets the digits decide what no frame shows of the number, and keeps what was read', async () => {
    const reading = await read([await strip(SPECIMEN, 10)])
    expect(reading).toMatchObject({ line: SPECIMEN, checksValid: true })
    expect(reading?.raw).not.toBe(SPECIMEN)
  })

  it('reads nothing where another line or none stands', async () => {
    expect(await read([await strip('L898902C36UTO7408122F120415')])).toBeNull()
    expect(await read([await strip('')])).toBeNull()
  })
})

describe('readZone()', () => {
  it('tells the line of a licence from that of a zone, before other readers are asked', async () => {
    const asked: string[] = []
    const counted: Engine = {
      ...engine,
      run: (name, input) => {
        asked.push(name)
        return engine.run(name, input)
      },
    }
    const zone = { lines: [WHOLE, WHOLE], format: null }
    expect(await readZone(counted, await strip(SPECIMEN), zone)).toBe('licence-line')
    expect(asked).toEqual(['zone-recognition', 'zone-recognition'])
    const other = SPECIMEN.replace('181231', '281231')
    expect(await readZone(counted, await strip(other), zone)).toBe('unknown')
    expect(asked).toContain('text-recognition')
  })
})
