import { expect, it } from 'vitest'
import { fakeLine } from '../../../../test/fakes/pixels/fake-line.ts'
import { makeZone } from '../../../../test/fakes/scene-facts.ts'
import { LAYOUTS } from '../../layouts/layouts.ts'
import { knowLayout } from '../know-layout.ts'
import { titledBy } from './titled-by.ts'

function titled(texts: string[], issuingState = 'BEL'): string | null {
  const mrz = makeZone({}, { issuingState })
  const known = knowLayout(LAYOUTS, { side: 'front', mrz, lines: [] })
  const lines = texts.map((text, row) => fakeLine(text, { left: 100, top: row * 50 }))
  return known && titledBy(LAYOUTS, known, lines)
}

it('tells the state whose titles a page carries that its zone does not name', () => {
  expect(titled(['PASSEPORT', 'République française'])).toBe('FRA')
  expect(titled(['PASSEPORT', 'République française'], 'FRA')).toBeNull()
})

it("takes both titles to the letter: others' passports are called so, and other republics nearly so", () => {
  expect(titled(['PASSEPORT', 'ROYAUME DE BELGIQUE'])).toBeNull()
  expect(titled(['PASSEPORT', 'RÉPUBLIQUE LIBANAISE'], 'LBN')).toBeNull()
  expect(titled(['RÉPUBLIQUE FRANÇAISE'])).toBeNull()
})
