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

test('checkMrzViz() says nothing of one field that differs when the others were found by the zone', () => {
  const misread = makePrint({ birthDate: '1990-05-14' })
  expect(misread.template.documentTypeDetailed).not.toBeNull()
  expect(scoreOf(printFound({ birthDate: 'label' }, misread))).toBeNull()
  expect(scoreOf(printFound({ birthDate: 'label', lastName: 'zone' }, misread))).toBeNull()
  expect(
    scoreOf(printFound({ birthDate: 'label', lastName: 'zone', firstNames: 'zone' }, misread)),
  ).toBeNull()
  expect(scoreOf(printFound({ birthDate: 'label', lastName: 'label' }, misread))).toBe(-1)
})
