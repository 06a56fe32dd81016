import type { BarcodeFields } from '../../domain/document/barcode-facts.ts'
import { decodeBase32 } from './_base32.ts'
import { ELEMENT_LENGTHS, type ElementLength } from './_element-lengths.ts'
import { isoDate } from './_iso-date.ts'

/** What a 2D-Doc says (ANTS, "Spécifications techniques des codes à barres 2D-Doc", version 3.1.3). */
export interface TwoDDocReading {
  version: number
  /** Certificate authority and certificate: four characters each (§3.1). */
  authority: string
  certificate: string
  /** ISO dates, null when the code tells none. */
  emittedOn: string | null
  signedOn: string | null
  documentType: string
  fields: BarcodeFields
  elements: Record<string, string>
  /** The bytes that are signed, and the signature over them; null when it has none that can be read. */
  signed: { message: Uint8Array; signature: Uint8Array } | null
}

/** Length of the header by version: 3 added the perimeter, 4 the country (§3.1). */
const HEADER_LENGTHS: Readonly<Record<string, number>> = { '01': 22, '02': 22, '03': 24, '04': 26 }
const HEADER = /^DC(0[1-4])([0-9A-Z]{4})([0-9A-Z]{4})([0-9A-F]{4})([0-9A-F]{4})([0-9A-Z]{2})/
/** Group separator: the element ends; record separator: and was cut (§3.2); unit separator: the signature follows. */
const GROUP = '\x1d'
const RECORD = '\x1e'
const UNIT = '\x1f'
const MAX_ELEMENTS = 64
const DAY_MS = 86_400_000
/** Days count from here; FFFF is no date (§3.1). */
const EPOCH_MS = Date.UTC(2000, 0, 1)

/** Reads a DataMatrix as a 2D-Doc of version 1 to 4; null when it is none. */
export function parse2dDoc(bytes: Uint8Array): TwoDDocReading | null {
  // One byte a character: lengths count bytes, and a signature counts every one of them.
  const text = String.fromCharCode(...bytes)
  const header = HEADER.exec(text)
  if (!header) return null
  const [, version, authority, certificate, emitted, signedOn, documentType] = header
  const end = text.indexOf(UNIT)
  const message = end === -1 ? text : text.slice(0, end)
  const elements = elementsOf(message.slice(HEADER_LENGTHS[version]))
  const [seal] = end === -1 ? [] : text.slice(end + 1).split(GROUP)
  const signature = seal === undefined ? null : decodeBase32(seal)
  return {
    version: Number(version),
    authority,
    certificate,
    emittedOn: dayOf(emitted),
    signedOn: dayOf(signedOn),
    documentType,
    fields: fieldsOf(elements),
    elements,
    signed: signature && { message: bytes.slice(0, end), signature },
  }
}

/** Identifiers of two characters, each with its value; of an unknown one the length is unknown too. */
function elementsOf(message: string): Record<string, string> {
  const elements: Record<string, string> = {}
  let rest = message
  for (let count = 0; rest.length >= 2 && count < MAX_ELEMENTS; count++) {
    const id = rest.slice(0, 2)
    const { value, used } = readValue(rest.slice(2), ELEMENT_LENGTHS.get(id) ?? 'any')
    if (!Object.hasOwn(elements, id)) elements[id] = value
    rest = rest.slice(2 + used)
  }
  return elements
}

function readValue(text: string, length: ElementLength): { value: string; used: number } {
  if (typeof length === 'number') return { value: text.slice(0, length), used: length }
  const most = length === 'any' ? text.length : length.most
  const end = text.slice(0, most + 1).search(`[${GROUP}${RECORD}]`)
  // A value as long as it may be needs no end (§3.2).
  return end === -1
    ? { value: text.slice(0, most), used: most }
    : { value: text.slice(0, end), used: end + 1 }
}

function dayOf(hexDays: string): string | null {
  if (hexDays === 'FFFF') return null
  return new Date(EPOCH_MS + Number.parseInt(hexDays, 16) * DAY_MS).toISOString().slice(0, 10)
}

/** Elements of titles of identity (§7: group 6). */
function fieldsOf(elements: Record<string, string>): BarcodeFields {
  const firstNames = (elements['60'] ?? elements['61'])?.split(/[/ ]+/).filter((name) => name !== '')
  const fields: BarcodeFields = {
    documentNumber: elements['66'],
    lastName: elements['62'] ?? elements['6G'],
    firstNames: firstNames && firstNames.length > 0 ? firstNames : undefined,
    birthDate: dateOf(elements['69']),
    issueDate: dateOf(elements['6N']),
    expiryDate: dateOf(elements['6O']),
    gender: elements['68'] === 'M' || elements['68'] === 'F' ? elements['68'] : undefined,
    nationality: elements['67'],
    issuingState: elements['6I'],
    birthPlace: elements['6A'],
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** DDMMYYYY. */
function dateOf(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{8}$/.test(text)) return undefined
  return isoDate(text.slice(4), text.slice(2, 4), text.slice(0, 2))
}
