import { expect, test } from 'vitest'
import { makeBarcode, makeFront, makePrint, makeZone } from '../../../test/fakes/scene-facts.ts'
import { checkBarcodes } from './check-barcodes.ts'

const mrz = makeZone()
const scoreOf = (code: object, zone: typeof mrz | null = mrz) =>
  checkBarcodes(makeFront({ barcodes: [makeBarcode(code)] }), { mrz: zone, print: null, product: 'standard' })
    ?.score ?? null

test('checkBarcodes() has nothing to say of codes that agree, that tell nothing, and where there are none', () => {
  expect(scoreOf({})).toBeNull()
  expect(scoreOf({ signature: 'valid' })).toBeNull()
  expect(scoreOf({ kind: 'text', fields: {} })).toBeNull()
  expect(checkBarcodes(makeFront(), { mrz, print: null, product: 'standard' })).toBeNull()
  expect(checkBarcodes('failed', { mrz, print: null, product: 'standard' })).toBeNull()
})

test('checkBarcodes() cannot tell when a code names another holder than a zone with right digits', () => {
  const other = { fields: { lastName: 'OTHER' } }
  expect(scoreOf(other)).toBe(-1)
  expect(scoreOf({ fields: { documentNumber: 'X4RTBPFW4' } })).toBe(-1)
  expect(scoreOf(other, null)).toBeNull()
  expect(scoreOf(other, makeZone({ checksValid: false }))).toBeNull()
})

test('checkBarcodes() takes the number of a licence for another than that of its zone, and accents for their letters', () => {
  expect(scoreOf({ kind: 'aamva', fields: { documentNumber: 'T64235789' } })).toBeNull()
  expect(
    scoreOf({ fields: { lastName: 'Exämple-Müller' } }, makeZone({}, { lastName: 'MUELLER' })),
  ).toBeNull()
})

test('checkBarcodes() refuses a code with a wrong signature whatever the zone says', () => {
  expect(scoreOf({ signature: 'invalid' }, null)).toBe(0)
})

test('checkBarcodes() holds the code of a document without a zone against what is surely printed on it', () => {
  const print = makePrint(
    { documentNumber: '12AB34567' },
    { documentType: 'Driving licence', zoneSide: null },
  )
  const scoreBeside = (fields: object, printed = print) => {
    const code = makeBarcode({
      kind: 'aamva',
      fields: { documentNumber: '12AB34567', lastName: 'EXAMPLE', ...fields },
    })
    return (
      checkBarcodes(makeFront({ barcodes: [code] }), { mrz: null, print: printed, product: 'standard' })
        ?.score ?? null
    )
  }
  expect(scoreBeside({})).toBeNull()
  expect(scoreBeside({ lastName: 'EXAMPIE' })).toBeNull()
  expect(scoreBeside({ documentNumber: 'I2AB34567' })).toBeNull()
  expect(scoreBeside({ documentNumber: '99AB34567' })).toBe(-1)
  expect(scoreBeside({ birthDate: '1980-01-01' })).toBe(-1)
  expect(scoreBeside({ lastName: 'OTHER' })).toBe(-1)
  const seenOnce = Object.entries(print.fields).map(([name, field]) => [
    name,
    { ...field, framesAgreeing: 1 },
  ])
  expect(scoreBeside({ lastName: 'OTHER' }, { ...print, fields: Object.fromEntries(seenOnce) })).toBeNull()
})
