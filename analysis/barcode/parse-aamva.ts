import type { BarcodeFields } from '../../domain/document/barcode-facts.ts'
import { isoDate } from './_iso-date.ts'

/** What a licence of North America says. */
export interface AamvaReading {
  fields: BarcodeFields
  elements: Record<string, string>
}

/** The header up to the first subfile's name: file type and number of the issuer (AAMVA DL/ID Card Design Standard, D.12.3). */
const HEADER = /^@[\s\S]{0,4}(?:ANSI |AAMVA)\d{6}/
/** An element; the first of a subfile follows the subfile's two letters without a break (D.12.4). */
const ELEMENT = /^(?:DL|ID|EN|Z[A-Z])?([DZ][A-Z]{2})(.*)$/
/** The first element of the first subfile: what stands before it are numbers. */
const FIRST_SUBFILE = /(?:DL|ID)(?=[DZ][A-Z]{2})/
/** Elements of one code: the standard has about ninety. */
const MAX_ELEMENTS = 120
/** Numbers that stand for male and female (DBC). */
const GENDERS: Readonly<Record<string, 'M' | 'F'>> = { '1': 'M', M: 'M', '2': 'F', F: 'F' }

/** Reads the text of a PDF417 as a driving licence of North America; null when it is none. */
export function parseAamva(text: string): AamvaReading | null {
  const header = HEADER.exec(text)
  if (!header) return null
  const rest = text.slice(header[0].length)
  const start = FIRST_SUBFILE.exec(rest)
  if (!start) return null
  const elements: Record<string, string> = {}
  for (const line of rest
    .slice(start.index)
    .split(/[\n\r]+/)
    .slice(0, MAX_ELEMENTS)) {
    const [, id, value] = ELEMENT.exec(line) ?? []
    if (id && !Object.hasOwn(elements, id) && value.trim() !== '') elements[id] = value.trim()
  }
  return { fields: fieldsOf(elements), elements }
}

function fieldsOf(elements: Record<string, string>): BarcodeFields {
  // Up to version 1 one element holds the whole name: last, first, middle.
  const [wholeLast, ...wholeFirst] = wordsOf(elements.DAA, ',')
  const lastName = elements.DCS ?? elements.DAB ?? wholeLast
  const given = elements.DCT === undefined ? [elements.DAC, elements.DAD] : [elements.DCT]
  const firstNames = given.flatMap((names) => wordsOf(names, /[, ]+/))
  const address = [elements.DAG, elements.DAI, elements.DAJ, elements.DAK].filter(
    (part) => part !== undefined,
  )
  return withoutAbsent({
    documentNumber: elements.DAQ,
    lastName,
    firstNames: firstNames.length > 0 ? firstNames : wholeFirst.length > 0 ? wholeFirst : undefined,
    birthDate: dateOf(elements.DBB),
    issueDate: dateOf(elements.DBD),
    expiryDate: dateOf(elements.DBA),
    gender: Object.hasOwn(GENDERS, elements.DBC ?? '') ? GENDERS[elements.DBC] : undefined,
    issuingState: elements.DCG,
    address: address.length > 0 ? address.join(', ') : undefined,
  })
}

function wordsOf(text: string | undefined, separator: string | RegExp): string[] {
  // Names that are not there are written as NONE, those without letters as unknown (D.12.5.1).
  return (text ?? '').split(separator).filter((word) => word !== '' && word !== 'NONE' && word !== 'unavl')
}

/** The United States write MMDDCCYY, Canada CCYYMMDD (D.12.5.1): a month is never 19 or 20. */
function dateOf(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{8}$/.test(text)) return undefined
  if (/^(19|20)/.test(text)) return isoDate(text.slice(0, 4), text.slice(4, 6), text.slice(6))
  return isoDate(text.slice(4), text.slice(0, 2), text.slice(2, 4))
}

function withoutAbsent(fields: BarcodeFields): BarcodeFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
