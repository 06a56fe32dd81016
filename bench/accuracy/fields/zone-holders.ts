import type { DocumentKind, IssuedDocument } from '../../../test/people/documents/issue-document.ts'
import { type OwnPrint, ZONES } from './flat-document.ts'
import { type Holder, issueTo } from './invent-holder.ts'

/** Whose zone a document has: that of its print, of another, or its own of which one thing is another. */
export const ZONE_HOLDERS = [
  'the same',
  'another person',
  'the same, another birth date',
  'the same, another birth date, the printed one covered',
  'the same, another last name',
  'the same, another last name, the printed one covered',
  'the same, other first names, the printed ones covered',
  'the same, another number',
  'the same, a later end',
  'the same, another issuer',
] as const
/** One of them. */
export type ZoneHolder = (typeof ZONE_HOLDERS)[number]

/** People whose documents have every zone; of those after them no others than those of another and of another birth date are read. */
const PEOPLE_WITH_EVERY_ZONE = 4
/** First names that nobody has. */
const OTHER_FIRST_NAMES = ['Wolfgang']
/** Years by which a zone lets a document last longer than it is. */
const YEARS_LONGER = 3

/** Two people, the first of whom has the document, and how many came before them. */
export interface Holders {
  holder: Holder
  other: Holder
  index: number
}

/** A document of which the zone alone is taken, and whether what it has not is left in print. */
export interface Stranger {
  zoneHolder: ZoneHolder
  zoneOf: IssuedDocument
  own: OwnPrint
}

/** Whose zones are put in the place of a document's own. */
export function strangersOf(document: IssuedDocument, { holder, other, index }: Holders): Stranger[] {
  const { kind, holder: member, issuingState } = document
  const as = (zoneHolder: ZoneHolder, zoneOf: IssuedDocument): Stranger => ({
    zoneHolder,
    zoneOf,
    own: 'as issued',
  })
  const covered = (zoneHolder: ZoneHolder, zoneOf: IssuedDocument): Stranger => ({
    ...as(zoneHolder, zoneOf),
    own: 'covered',
  })
  const { lastName, birthDate } = other.person
  const ofAnotherName = { ...document, holder: { ...member, lastName } }
  const ofAnotherDay = issueTo({ ...holder, person: { ...holder.person, birthDate } }, kind)
  const another = issueTo(other, kind)
  const always = [as('another person', another), as('the same, another birth date', ofAnotherDay)]
  if (index >= PEOPLE_WITH_EVERY_ZONE) return always
  const few = [
    ...always,
    covered('the same, another birth date, the printed one covered', ofAnotherDay),
    as('the same, another last name', ofAnotherName),
    covered('the same, another last name, the printed one covered', ofAnotherName),
    covered('the same, other first names, the printed ones covered', {
      ...document,
      holder: { ...member, firstNames: OTHER_FIRST_NAMES },
    }),
    as('the same, another number', { ...document, number: another.number }),
  ]
  if (hasEnd(kind))
    few.push(as('the same, a later end', { ...document, expiryDate: later(document.expiryDate) }))
  const issuer = issuingState === 'FRA' ? 'UTO' : 'FRA'
  if (isPassport(kind)) few.push(as('the same, another issuer', { ...document, issuingState: issuer }))
  return few
}

/** The French card of 1988 tells no end in its zone. */
function hasEnd(kind: DocumentKind): boolean {
  return kind !== 'french-card'
}

/** Of cards the two sides are held against each other by another check than the one that is measured. */
function isPassport(kind: DocumentKind): boolean {
  return ZONES[kind]?.side === 'front' && kind !== 'french-card'
}

function later(isoDate: string): string {
  const [year, month, day] = isoDate.split('-')
  return `${Number(year) + YEARS_LONGER}-${month}-${month === '02' && day === '29' ? '28' : day}`
}
