import { expect, test } from 'vitest'
import { FRENCH_ID_CARD_2021 } from '../layouts/french-id-card-2021.ts'
import { LAYOUTS } from '../layouts/layouts.ts'
import { IDENTITY_CARD_TITLES, RESIDENCE_PERMIT_TITLES } from '../layouts/titles/card-titles.ts'
import { knowLayout, sureLayout } from './know-layout.ts'
import type { TextLine } from './text-line.ts'

const line = (text: string): TextLine =>
  ({ text, characters: [], left: 0, top: 0, right: 400, bottom: 30, isGlance: false }) as unknown as TextLine

/** The code of the layout that a front is taken to have on which these lines were read. */
function codeOf(...texts: string[]): string | undefined {
  return knowLayout(LAYOUTS, { side: 'front', lines: texts.map(line), mrz: null })?.layout.code
}

test.each(IDENTITY_CARD_TITLES)('a front that says %s is an identity card', (title) => {
  expect(codeOf('REPUBLIC', title, 'ABC 123')).toBe('TD1')
})

test.each(RESIDENCE_PERMIT_TITLES)('a front that says %s is a residence permit', (title) => {
  expect(codeOf('REPUBLIC', title, 'ABC 123')).toBe('TD1R')
})

test("a residence permit with titles that many states print is the French one by the French one's labels alone", () => {
  expect(codeOf('PERMESSO DI SOGGIORNO / RESIDENCE PERMIT', 'CITTADINANZA / NATIONALITY')).toBe('TD1R')
  expect(codeOf('TITRE DE SÉJOUR', 'VERBLIJFSTITEL', 'AUFENTHALTSTITEL', 'RESIDENCE PERMIT')).toBe('TD1R')
  const french = ['TITRE DE SÉJOUR', 'RESIDENCE PERMIT', 'SEXE / Sex', 'NATIONALITÉ / Nationality']
  expect(codeOf(...french)).toBe('TD1R')
  expect(codeOf(...french, 'CATÉGORIE DU TITRE / Type of permit')).toBe('R1')
  expect(codeOf(...french, 'N° DU TITRE / Document No')).toBe('R1')
})

test('a passport page whose zone was not read is the French one by its state', () => {
  expect(codeOf('PASSEPORT', 'PASSPORT', 'ROYAUME DE BELGIQUE')).toBe('TD3')
  expect(codeOf('PASSEPORT', 'PASSPORT', 'RÉPUBLIQUE FRANÇAISE')).toBe('P1')
})

test('a title is known without its marks, as readers that lack them give it', () => {
  expect(codeOf('OBCANSKY PRUKAZ')).toBe('TD1')
  expect(codeOf('UPPEHALLSTILLSTAND')).toBe('TD1R')
})

test('a front with no title of a card is not known', () => {
  expect(codeOf('LIBRARY CARD', 'MEMBER SINCE 2019', 'SURNAME')).toBeUndefined()
})

test('a layout is sure before all is read where it leads, and values told by their looks count like their labels', () => {
  const titles = ["CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD", 'RÉPUBLIQUE FRANÇAISE'].map(line)
  const clues = { side: 'front', lines: titles, mrz: null } as const
  const [side] = FRENCH_ID_CARD_2021.sides
  const field = side.fields.find(({ name }) => name === 'documentNumber')
  const told = new Map(field && [[side, [{ field, line: line('U1NEHP431') }]]])
  expect(sureLayout(LAYOUTS, clues)).toBeNull()
  expect(sureLayout(LAYOUTS, { ...clues, told })?.layout.code).toBe('I4')
  expect(sureLayout(LAYOUTS, { ...clues, lines: [], told })).toBeNull()
})
