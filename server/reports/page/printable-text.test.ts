import { expect, test } from 'vitest'
import { printableText } from './printable-text.ts'
import { FONTS } from './typography.ts'

function print(text: string) {
  return printableText(text, (codePoint) => FONTS.regular.hasGlyphForCodePoint(codePoint))
}

test('Names of every Latin alphabet are printed as they are', () => {
  for (const name of ['Lœuvre-Çélèste', 'Łukasiewicz', 'Nguyễn Thị Hằng', 'Þórğ', 'Ștefan', 'Ærøskøbing']) {
    expect(print(name)).toEqual({ printed: name, fidelity: 'faithful' })
  }
})

test('Greek and Cyrillic are printed as they are', () => {
  expect(print('Παπαδόπουλος Щукин').fidelity).toBe('faithful')
})

test('A letter and its mark are printed as one character', () => {
  expect(print('e\u0301').printed).toBe('é')
})

test('Characters that cannot be set are named by their numbers', () => {
  expect(print('王小 Li')).toEqual({ printed: '‹U+738B U+5C0F› Li', fidelity: 'named' })
  expect(print('שלום').printed).toBe('‹U+05E9 U+05DC U+05D5 U+05DD›')
  expect(print('𠮷').printed).toBe('‹U+20BB7›')
})

test('Marks that turn the direction of a text around and control characters are not printed', () => {
  expect(print('a\u202eb\u0000\nc').printed).toBe('ab c')
})
