import { expect, it } from 'vitest'
import {
  makeBarcode,
  makeDoubts,
  makeFront,
  makeLicenceLine,
  makePrint,
  makeZone,
} from '../../../test/fakes/scene-facts.ts'
import { doubtsOf } from './list-doubts.ts'

const TODAY = '2026-11-22'

it('lists nothing for a card that nothing speaks against, and for facts of before doubts were measured', () => {
  expect(doubtsOf(makeFront({ doubts: makeDoubts() }), TODAY)).toEqual([])
  expect(doubtsOf(makeFront(), TODAY)).toEqual([])
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
