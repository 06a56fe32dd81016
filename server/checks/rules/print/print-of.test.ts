import { expect, test } from 'vitest'
import { makeFront, makePrint, pickPrinted } from '../../../../test/fakes/scene-facts.ts'
import { printOf } from './print-of.ts'

const BOX = { x: 0, y: 0, width: 9, height: 9 }
const NEAR = { value: '1990-05-14', raw: '14.05.1990', confidence: 0.95, box: BOX, framesAgreeing: 1 }

test("printOf() keeps a date of the back that is nearly the zone's, unless a side has the date itself", () => {
  const back = makeFront({
    side: 'back',
    print: { ...makePrint({}, { side: 'back' }), fields: {}, nearDates: { birthDate: NEAR } },
  })
  const nearBeside = (names: Parameters<typeof pickPrinted>[1]) =>
    printOf({ front: makeFront({ mrz: null, print: pickPrinted(makePrint(), names) }), back })?.nearDates
  expect(nearBeside(['lastName', 'expiryDate'])).toEqual({ birthDate: NEAR })
  expect(nearBeside(['lastName', 'birthDate'])).toBeUndefined()
})
