import { expect, test } from 'vitest'
import { CATALOG } from './catalog.ts'
import { chooseLanguage } from './choose-language.ts'

test('the first wish that the app speaks wins, whatever its region', () => {
  expect(chooseLanguage(['fr-CA', 'en'])).toBe('fr')
  expect(chooseLanguage(['de-DE', 'FR', 'en'])).toBe('fr')
  expect(chooseLanguage(['en-GB', 'fr'])).toBe('en')
})

test('English is spoken to everybody else', () => {
  expect(chooseLanguage([])).toBe('en')
  expect(chooseLanguage(['ja', 'frr', 'constructor'])).toBe('en')
})

/** Every sentence with its place; those made from words are made with sample words. */
function sentences(value: unknown, place: string): [string, string][] {
  if (typeof value === 'string') return [[place, value]]
  if (typeof value === 'function') return [[place, String(value('passport', 'Example Bank'))]]
  return Object.entries(value as object).flatMap(([key, inner]) => sentences(inner, `${place}.${key}`))
}

test('both languages say the same things, none of them with nothing', () => {
  const english = sentences(CATALOG.en, '')
  const french = sentences(CATALOG.fr, '')
  expect(french.map(([place]) => place)).toEqual(english.map(([place]) => place))
  for (const [, text] of [...english, ...french]) expect(text).toMatch(/\S/)
})

test('French uses its own apostrophe and unbreakable spaces, English no French', () => {
  for (const [place, text] of sentences(CATALOG.fr, '')) {
    expect(text, place).not.toMatch(/'|[^\u00a0][!?;:»]|«[^\u00a0]/)
  }
  for (const [place, text] of sentences(CATALOG.en, '')) expect(text, place).not.toMatch(/[éèàç]|«/)
})
