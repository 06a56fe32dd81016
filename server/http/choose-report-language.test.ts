import { expect, test } from 'vitest'
import { chooseReportLanguage } from './choose-report-language.ts'

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['fr', 'fr'],
  ['fr-FR', 'fr'],
  ['FR-ch;q=0.4', 'fr'],
  ['de, fr;q=0.8, en;q=0.7', 'fr'],
  ['fr;q=0.5, en;q=0.9', 'en'],
  ['en;q=0.5, fr;q=0.5', 'en'],
  ['fr;q=0, de', 'en'],
  ['*', 'en'],
  ['de, *;q=0.1, fr;q=0.2', 'fr'],
  ['de-DE', 'en'],
  ['frx, french', 'en'],
  [',;q=,=;;"', 'en'],
])('Of the accepted languages %j the report is in %s', (acceptLanguage, language) => {
  expect(chooseReportLanguage(undefined, acceptLanguage)).toBe(language)
})

test('The lang parameter counts more than the accepted languages', () => {
  expect(chooseReportLanguage('fr', 'en')).toBe('fr')
  expect(chooseReportLanguage('en', 'fr-FR')).toBe('en')
})

test.each(['de', 'FR', '', 'fr-FR', ['fr', 'en']])('No report is in the language %j', (lang) => {
  expect(() => chooseReportLanguage(lang, 'fr')).toThrow('lang must be one of en, fr')
})
