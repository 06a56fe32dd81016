import { expect, test } from 'vitest'
import type { MrzFormat } from '../../facts.ts'
import { isNameCut } from './is-name-cut.ts'

const of = (format: MrzFormat, lines: string[], name: 'lastName' | 'firstNames' = 'lastName') =>
  isNameCut({ format, lines }, name)

test('isNameCut() tells a full field, or one without room for another name, from one that goes on', () => {
  expect(of('TD1', ['', '', 'NILAVADHANANANDA<<ARNPOL<PETCH'])).toBe(true)
  expect(of('TD1', ['', '', 'NILAVADHANANANDA<<ARNPOL<PETC<'])).toBe(true)
  expect(of('TD1', ['', '', 'NILAVADHANANANDA<<ARNPOL<PET<<'])).toBe(false)
  expect(of('TD3', [`P<UTO${'EXAMPLE<<ADA'.padEnd(39, '<')}`, ''])).toBe(false)
  expect(of('TD3', [`P<UTOEXAMPLE<<${'A'.repeat(30)}`, ''])).toBe(true)
})

test('isNameCut() knows that French cards have a field for each name, and two fillers between first names', () => {
  const lines = (last: string, first: string) => [
    `IDFRA${last.padEnd(25, '<')}952042`,
    `0502952047028${first.padEnd(14, '<')}6512068F6`,
  ]
  expect(of('FR-2x36', lines('BERTHIER', 'CORINNE<<ANNE<'), 'firstNames')).toBe(true)
  expect(of('FR-2x36', lines('BERTHIER', 'CORINNE<<ANN<<'), 'firstNames')).toBe(true)
  expect(of('FR-2x36', lines('BERTHIER', 'CORINNE<<AN<<<'), 'firstNames')).toBe(false)
  expect(of('FR-2x36', lines('BERTHIER', 'CORINNE<<ANNES'))).toBe(false)
})
