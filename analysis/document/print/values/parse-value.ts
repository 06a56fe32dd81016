import { cleanName } from '../../../../domain/document/names/clean-name.ts'
import type { DateMeaning } from '../../../mrz/format/mrz-date.ts'
import type { LayoutField, LayoutWords } from '../../layouts/layout.ts'
import { lettersOf } from '../find-label.ts'
import { parsePrintedDate } from './_parse-date.ts'

/** Words of so many letters and no digit are no part of a number. */
const LONG_WORD = 4
/** Shapes that print has in common: what a digit may be misread as, and the other way round. */
const DIGIT_OF: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
}
const LETTER_OF: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '5': 'S',
  '6': 'G',
  '8': 'B',
}
/** Kinds of values that are names of people. */
const NAMES: readonly LayoutField['kind'][] = ['name', 'names', 'full-name']
/** What a value means beyond its text: the day (ISO date) that decides centuries, and the words of the layout. */
export interface ValueSense {
  today: string
  words?: LayoutWords
}

/** The value that a print spells for its field, normalised; null when it spells none. */
export function parseValue(
  field: LayoutField,
  text: string,
  { today, words = {} }: ValueSense,
): string | string[] | null {
  const date = { meaning: meaningOf(field.name), today, months: words.months }
  // The name of a month is none of a person: of a date that stands where a name is looked for it would be all that is left.
  if (NAMES.includes(field.kind) && /^\W*[\dOoIl|]/.test(text) && parsePrintedDate(text, date) !== null)
    return null
  switch (field.kind) {
    case 'date':
      return parsePrintedDate(text, date)
    case 'gender':
      return parseGender(text)
    case 'state':
      return parseState(text, words)
    case 'number':
      return parseNumber(text, field.pattern)
    case 'name':
      return parseName(text.replaceAll(',', ' '))
    case 'names':
      return parseNames(text)
    case 'full-name':
      return parseLastOfFullName(text)
    case 'place':
      return cleanPlace(text)
    case 'text':
      return cleanText(text)
  }
}

function meaningOf(name: LayoutField['name']): DateMeaning {
  if (name === 'birthDate') return 'birth'
  return name === 'expiryDate' || name === 'carDrivingLicenseExpiryDate' ? 'expiry' : 'issue'
}

/** Of a letter in the issuer's language and one that travellers read the second counts (ICAO 9303-4 §4.1). */
function parseGender(text: string): string | null {
  const [, letter] =
    text
      .trim()
      .toUpperCase()
      .match(/^(?:\p{L}{1,3}\s?\/\s?)?([MF])(?!\p{L})/u) ?? []
  return letter ?? null
}

/** The first names of a line that begins with the last name in capitals or up to a comma; null where neither tells. */
export function parseFirstOfFullName(text: string): string[] | null {
  const { last, first } = partFullName(text)
  return last === '' || first === '' ? null : parseNames(first)
}

function parseLastOfFullName(text: string): string | null {
  const { last } = partFullName(text)
  return last === '' ? null : parseName(last)
}

function partFullName(text: string): { last: string; first: string } {
  const line = text.trim()
  const end = endOfLastName(line)
  return { last: line.slice(0, end).trim(), first: line.slice(end).replace(/^[\s,]+/, '') }
}

/** Where the last name ends: a comma parts names where only capitals stand before it; else it stands between first names, which their case tells. */
export function endOfLastName(text: string): number {
  const words = [...text.matchAll(/[^\s,]+|,/g)].map(({ 0: word, index }) => ({ word, index }))
  const end = words.find(({ word }, i) => (word === ',' && i > 0) || isInSmallLetters(word))
  return end?.index ?? text.length
}

/** One small letter in a word of capitals is misread. */
function isInSmallLetters(word: string): boolean {
  return (word.match(/\p{Ll}/gu) ?? []).length * 2 >= word.length
}

function parseName(text: string): string | null {
  const name = cleanName(withCapitals(withLetters(text)))
  return /\p{L}/u.test(name) ? name : null
}

function parseNames(text: string): string[] | null {
  const parts = text.includes(',') ? text.split(/,\s*/) : text.trim().split(/\s+/)
  const names = parts.flatMap((part) => parseName(part) ?? [])
  return names.length === 0 ? null : names
}

function parseState(text: string, { nationalities = {} }: LayoutWords): string | null {
  const { letters } = lettersOf(text)
  const known = Object.entries(nationalities).find(([word]) => lettersOf(word).letters === letters)
  return known?.[1] ?? (/^[A-Z]{3}$/.test(letters) ? letters : null)
}

/** A number without spaces; under a pattern letters and digits are told apart by their places alone. */
function parseNumber(text: string, pattern: string | undefined): string | null {
  if (pattern === undefined) return parseAnyNumber(text)
  const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const found = plain.match(new RegExp(pattern))
  if (found) return found[0]
  for (let from = 0; from < plain.length; from++) {
    const respelled = respell(plain.slice(from), pattern)
    if (respelled !== null) return respelled
  }
  return null
}

/** The words of a number of unknown shape: a long one without a digit is print beside it. */
function parseAnyNumber(text: string): string | null {
  const words = text.toUpperCase().split(/[^A-Z0-9]+/)
  const number = words.filter((word) => /\d/.test(word) || word.length < LONG_WORD).join('')
  return /\d/.test(number) ? number : null
}

/** The text with each character of the class that the pattern asks for at its place, or null. */
function respell(text: string, pattern: string): string | null {
  const classes = [...pattern.matchAll(/\[([^\]]+)\]\{(\d+)\}/g)].flatMap(([, set, count]) =>
    Array(Number(count)).fill(set),
  )
  if (text.length < classes.length) return null
  const letters = classes.map((set, i) => {
    if (set === '0-9') return DIGIT_OF[text[i]] ?? text[i]
    return set === 'A-Z' ? (LETTER_OF[text[i]] ?? text[i]) : text[i]
  })
  return new RegExp(`^${pattern}$`).test(letters.join('')) ? letters.join('') : null
}

/** Digits inside words are letters that look like them. */
function withLetters(text: string): string {
  return text.replace(/(?<=\p{L})\d(?=\p{L})/gu, (digit) => LETTER_OF[digit] ?? digit)
}

/** A word of small letters that begins with a small l begins with a capital I: particles apart, names have capitals. */
function withCapitals(text: string): string {
  return text.replace(/(?<![\p{L}\p{M}'’])l(?!(?:[aeo]s?|l)(?!\p{L}))(?=[\p{Ll}\p{M}]+(?!\p{L}))/gu, 'I')
}

/** Without a date that stands before it, and punctuation around. */
function cleanPlace(text: string): string | null {
  return cleanText(withLetters(text).replace(/\d{1,2}[., /-]+\d{1,2}[., /-]+\d{4}/, ''))
}

function cleanText(text: string): string | null {
  const clean = text.replace(/\s+/g, ' ').replace(/^[\s:.,;-]+|[\s:,;-]+$/g, '')
  return /[\p{L}\p{N}]/u.test(clean) ? clean : null
}
