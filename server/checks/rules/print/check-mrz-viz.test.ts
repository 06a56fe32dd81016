import { expect, test } from 'vitest'
import type { FoundBy, PrintFacts } from '../../../../domain/document/print-facts.ts'
import { makePrint, makeZone } from '../../../../test/fakes/scene-facts.ts'
import { checkMrzViz } from './check-mrz-viz.ts'

/** The print of the zone's holder, each field found as told; those left out are gone. */
function printFound(
  by: Record<string, FoundBy>,
  print = makePrint({}, { documentTypeDetailed: null }),
): PrintFacts {
  const fields = Object.entries(print.fields).flatMap(([name, field]) =>
    by[name] ? [[name, { ...field, by: by[name] }]] : [],
  )
  return { ...print, fields: Object.fromEntries(fields) }
}

const scoreOf = (print: PrintFacts) =>
  checkMrzViz(print, { mrz: makeZone(), product: 'standard' })?.score ?? null

test('checkMrzViz() finds two fields valid that their labels named and that say what the zone says', () => {
  expect(scoreOf(printFound({ lastName: 'label', birthDate: 'place' }))).toBe(1)
})

test('checkMrzViz() takes what was found by the zone for a proof only when all of it was found', () => {
  const all = { lastName: 'zone', firstNames: 'zone', birthDate: 'zone', documentNumber: 'zone' } as const
  expect(scoreOf(printFound(all))).toBeNull()
  expect(scoreOf(printFound({ ...all, expiryDate: 'label' }))).toBe(1)
  expect(scoreOf(printFound({ ...all, lastName: 'label', birthDate: 'label' }))).toBe(1)
})

test("checkMrzViz() cannot tell when one sure field of a state's own layout differs, however many are compared", () => {
  const misread = makePrint({ birthDate: '1990-05-14' })
  expect(misread.template.documentTypeDetailed).not.toBeNull()
  expect(scoreOf(printFound({ birthDate: 'label' }, misread))).toBe(-1)
  expect(scoreOf(printFound({ birthDate: 'label', lastName: 'zone' }, misread))).toBe(-1)
  expect(scoreOf(printFound({ birthDate: 'label', lastName: 'label' }, misread))).toBe(-1)
})

const ANOTHER = { lastName: 'SOMEBODY', birthDate: '1980-01-01' }
const BY_LABEL = { lastName: 'label', firstNames: 'label', birthDate: 'label' } as const

test('checkMrzViz() cannot tell when labels of any layout name two others, and forgives one, which may be another field', () => {
  const anyStates = { documentTypeDetailed: null }
  expect(scoreOf(printFound(BY_LABEL, makePrint(ANOTHER, anyStates)))).toBe(-1)
  expect(scoreOf(printFound(BY_LABEL, makePrint({ birthDate: '1980-01-01' }, anyStates)))).toBeNull()
})

test("checkMrzViz() refuses no card of a state for what stands elsewhere under another state's layout", () => {
  const print = printFound(BY_LABEL, makePrint(ANOTHER, { country: 'FRA' }))
  expect(scoreOf(print)).toBe(-1)
  const mrz = makeZone({}, { issuingState: 'FRA' })
  expect(checkMrzViz(print, { mrz, product: 'standard' })?.score).toBe(0)
})

test('checkMrzViz() refuses two others that were read beyond doubt or in two frames alone', () => {
  const read = (confidence: number, framesAgreeing: number) => {
    const print = printFound(BY_LABEL, makePrint(ANOTHER))
    const fields = Object.entries(print.fields).map(([name, field]) => [
      name,
      { ...field, confidence, framesAgreeing },
    ])
    return scoreOf({ ...print, fields: Object.fromEntries(fields) })
  }
  expect(read(0.92, 1)).toBe(0)
  expect(read(0.8, 2)).toBe(0)
  expect(read(0.8, 1)).toBe(-1)
})

test('checkMrzViz() cannot tell when nothing on a known front can be compared, and says nothing of backs and of no layout', () => {
  expect(scoreOf(printFound({}))).toBe(-1)
  expect(scoreOf(printFound({}, makePrint({}, { side: 'back' })))).toBeNull()
  expect(checkMrzViz(null, { mrz: makeZone(), product: 'standard' })).toBeNull()
})
