import { expect, test } from 'vitest'
import { LAYOUTS } from '../layouts/layouts.ts'
import { IDENTITY_CARD_TITLES, RESIDENCE_PERMIT_TITLES } from '../layouts/titles/card-titles.ts'
import { knowLayout } from './know-layout.ts'
import type { TextLine } from './text-line.ts'

const line = (text: string): TextLine =>
  ({ text, characters: [], left: 0, top: 0, right: 400, bottom: 30, isGlance: false }) as unknown as TextLine

/** The code of the layout that a front is taken to have on which these lines were read. */
function codeOf(...texts: string[]): string | undefined {
  return knowLayout(LAYOUTS, { side: 'front', lines: texts.map(line), mrz: null })?.layout.code
}

test.each(IDENTITY_CARD_TITLES)('a front that says %s is an identity card', (title) => {
  expect(['TD1', 'I4']).toContain(codeOf('REPUBLIC', title, 'ABC 123'))
})

test.each(RESIDENCE_PERMIT_TITLES)('a front that says %s is a residence permit', (title) => {
  expect(['TD1R', 'R1']).toContain(codeOf('REPUBLIC', title, 'ABC 123'))
})

test('a title is known without its marks, as readers that lack them give it', () => {
  expect(codeOf('OBCANSKY PRUKAZ')).toBe('TD1')
  expect(codeOf('UPPEHALLSTILLSTAND')).toBe('TD1R')
})

test('a front with no title of a card is not known', () => {
  expect(codeOf('LIBRARY CARD', 'MEMBER SINCE 2019', 'SURNAME')).toBeUndefined()
})
