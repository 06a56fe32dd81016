import { expect, it } from 'vitest'
import {
  GOOD_QUALITY,
  makeBarcode,
  makeDoubts,
  makeFront,
  makeLicenceLine,
  makePrint,
  makeZone,
} from '../../../../test/fakes/scene-facts.ts'
import { doubtsOf } from './list-doubts.ts'

const TODAY = '2026-11-22'

it('lists nothing for a card that nothing speaks against, and for facts of before doubts were measured', () => {
  expect(doubtsOf(makeFront({ doubts: makeDoubts() }), TODAY)).toEqual([])
  expect(doubtsOf(makeFront(), TODAY)).toEqual([])
})

it('speaks of blur, glare and light only where no zone proves the picture good enough', () => {
  const quality = { ...GOOD_QUALITY, glareShare: 0.5, sharpness: 0, luma: 0 }
  expect(doubtsOf(makeFront({ quality }), TODAY)).toEqual([])
  const unread = doubtsOf(makeFront({ quality, mrz: makeZone({ checksValid: false }) }), TODAY)
  expect(unread).toEqual(['wrong-check-digit', 'blurred', 'dark', 'glare'])
})

it('names every doubt by a word', () => {
  const doubts = makeDoubts({
    extent: 'cut',
    cardWidth: 200,
    weakerSharpness: 2,
    stripes: 0.6,
  })
  const barcodes = [makeBarcode({ signature: 'invalid' })]
  const worst = makeFront({ doubts, barcodes, colourSpread: 2, mrz: makeZone({ checksValid: false }) })
  expect(doubtsOf(worst, TODAY)).toEqual([
    'wrong-check-digit',
    'cut',
    'too-far',
    'smeared',
    'screen',
    'grey',
    'wrong-code-signature',
  ])
  expect(doubtsOf(makeFront({ mrz: makeZone({ format: 'MRV-A' }) }), TODAY)).toEqual(['not-accepted'])
  expect(doubtsOf(makeFront({ doubts: makeDoubts({ extent: 'cut' }) }), TODAY)).toEqual([])
})

it('tells a print or a code that contradicts the zone or the line', () => {
  const another = { lastName: 'SOMEBODY', birthDate: '1980-01-01' }
  const doubts = (change: Parameters<typeof makeFront>[0]) => doubtsOf(makeFront(change), TODAY)
  expect(doubts({ print: makePrint() })).toEqual([])
  expect(doubts({ print: makePrint(another) })).toEqual(['print-of-another'])
  expect(doubts({ print: makePrint({ birthDate: '1980-01-01' }) })).toEqual(['print-doubtful'])
  const licence = { mrz: null, side: 'back', licenceLine: makeLicenceLine() } as const
  expect(doubts({ ...licence, print: makePrint({}, { zoneSide: null }) })).toEqual(['print-doubtful'])
  expect(doubts({ barcodes: [makeBarcode({ fields: { birthDate: '1980-01-01' } })] })).toEqual([
    'code-of-another',
  ])
})

it('tells an end that has passed, by zone, line or print, and one that cannot be told', () => {
  const doubts = (change: Parameters<typeof makeFront>[0]) => doubtsOf(makeFront(change), TODAY)
  const french = (issueDate: string) =>
    doubts({ mrz: makeZone({ format: 'FR-2x36' }, { expiryDate: null, issueDate }) })
  expect(french('1999-01-01')).toEqual(['expired'])
  expect(french('2011-11-01')).toEqual(['expiry-unknown'])
  expect(doubts({ mrz: makeZone({}, { expiryDate: '2026-11-21' }) })).toEqual(['expired'])
  const printed = (expiryDate: string, framesRead: number) => {
    const { fields, ...print } = makePrint({ expiryDate }, { zoneSide: null })
    const once = Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, { ...field, framesAgreeing: 1 }]),
    )
    return doubts({ mrz: null, print: { ...print, fields: once, framesRead } })
  }
  expect(printed('2001-01-01', 1)).toEqual(['expired'])
  expect(printed('2034-01-01', 1)).toEqual([])
  expect(printed('2001-01-01', 3)).toEqual(['expiry-unknown'])
  const line = makeLicenceLine({}, { expiryDate: '2020-01-31' })
  expect(doubts({ mrz: null, side: 'back', licenceLine: line })).toEqual(['expired'])
})

it('tells a zone of which two readings fit, until its print says which', () => {
  const zone = makeZone({ confidence: 0.49, decidedConfidence: 0.98, undecided: ['names'] })
  expect(doubtsOf(makeFront({ mrz: zone }), TODAY)).toEqual(['uncertain-zone'])
  expect(doubtsOf(makeFront({ mrz: zone, print: makePrint() }), TODAY)).toEqual([])
})

it('tells a picture that is too bright, where no zone proves it good enough', () => {
  const quality = { ...GOOD_QUALITY, luma: 254 }
  expect(doubtsOf(makeFront({ mrz: null, quality }), TODAY)).toEqual(['no-zone', 'too-bright'])
  expect(doubtsOf(makeFront({ quality }), TODAY)).toEqual([])
})

it('misses no zone on a side that has none', () => {
  const side = (zoneSide: 'front' | 'back' | null) =>
    doubtsOf(makeFront({ mrz: null, print: makePrint({}, { zoneSide }) }), TODAY)
  expect(side(null)).toEqual([])
  expect(side('back')).toEqual([])
  expect(side('front')).toEqual(['no-zone'])
})

it('takes the line of a licence for what has the digits', () => {
  const back = (licenceLine: ReturnType<typeof makeLicenceLine> | null) =>
    doubtsOf(makeFront({ side: 'back', mrz: null, licenceLine }), TODAY)
  expect(back(makeLicenceLine())).toEqual([])
  expect(back(makeLicenceLine({ checksValid: false }))).toEqual(['wrong-check-digit'])
  expect(back(null)).toEqual(['no-zone'])
})
