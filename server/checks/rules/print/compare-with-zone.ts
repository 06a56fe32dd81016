import { isoState } from '../../../../domain/document/iso-state.ts'
import { isNameCut } from '../../../../domain/document/names/is-name-cut.ts'
import type { PrintedField, PrintedName, PrintFacts } from '../../../../domain/document/print-facts.ts'
import { isZoneState } from '../../../../domain/document/zone-states.ts'
import type { MrzFacts } from '../../../../domain/facts.ts'
import { THRESHOLDS } from '../thresholds.ts'
import { compareFirstNames, compareLastName, type Likeness, type NameExtent } from './compare-names.ts'
import { plainNumber } from './plain-number.ts'

/** A printed field that the zone tells too. */
export interface ComparedField {
  name: PrintedName
  likeness: Likeness
  field: PrintedField
}

/** What a zone says of a field, null where it says nothing, and how print compares with that. */
type Told = [name: PrintedName, value: string | null, compare: (field: PrintedField) => Likeness]

/**
 * What of the print the zone tells too, and whether both say the same. Gender and nationality are there only where both are
 * surely read and differ, as nearly the same: no digit stands over them in most zones, and that they agree says little.
 */
export function compareWithZone(print: Pick<PrintFacts, 'fields'>, mrz: MrzFacts): ComparedField[] {
  const compared = told(mrz).flatMap(([name, value, compare]): ComparedField[] => {
    const field = print.fields[name]
    return field && value !== null ? [{ name, likeness: compare(field), field }] : []
  })
  return [...compared, ...unlikeTraits(print, mrz)]
}

/** How many fields the zone tells that documents print. */
export function countToldByZone(mrz: MrzFacts): number {
  return told(mrz).filter(([, value]) => value !== null).length
}

/** A reading that is more than one soft one of one frame. */
export function isBeyondDoubt({
  confidence,
  framesAgreeing,
}: Pick<PrintedField, 'confidence' | 'framesAgreeing'>): boolean {
  return (
    confidence >= THRESHOLDS.contradictingConfidenceMinimum ||
    framesAgreeing >= THRESHOLDS.printFramesAgreeingMinimum
  )
}

/** Whether print says nearly what the zone says: in whole words, or but for a misreading where it may be one. */
export function isNearlySaid({ likeness, field }: ComparedField): boolean {
  return likeness === 'near' || (likeness === 'misread' && !isBeyondDoubt(field))
}

/** Whether print says what the zone says; a birth date that was found by the zone has its two digits of the year, if of another century. */
export function isSaidByBoth({ likeness, field }: ComparedField): boolean {
  return likeness === 'same' || field.by === 'zone'
}

/** What documents print and their zones have. */
function told(mrz: MrzFacts): Told[] {
  const { format, fields: zone } = mrz
  const sameAs = (value: string | null) => (field: PrintedField) => likenessOf(textOf(field) === value)
  const expiryDate = format === 'FR-2x36' ? null : zone.expiryDate
  const number = zone.documentNumber
  return [
    [
      'lastName',
      zone.lastName,
      (field) => compareLastName(textOf(field), zone.lastName, extentOf('lastName', mrz)),
    ],
    ['firstNames', zone.firstNames[0] ?? null, (field) => compareGivenNames(field, mrz)],
    ['birthDate', zone.birthDate, sameAs(zone.birthDate)],
    ['expiryDate', expiryDate, sameAs(expiryDate)],
    [
      'documentNumber',
      number,
      (field) => likenessOf(plainNumber(textOf(field)) === plainNumber(number ?? '')),
    ],
  ]
}

function likenessOf(isSame: boolean): Likeness {
  return isSame ? 'same' : 'other'
}

function textOf({ value }: PrintedField): string {
  return typeof value === 'string' ? value : value.join(' ')
}

function extentOf(name: 'lastName' | 'firstNames', mrz: MrzFacts): NameExtent {
  return isNameCut(mrz, name) ? 'cut' : 'whole'
}

/** By the first of them; others after it are nearly the same, for states leave names out of zones, and only where all is sure. */
function compareGivenNames(field: PrintedField, mrz: MrzFacts): Likeness {
  const extent = extentOf('firstNames', mrz)
  const { first, others } = compareFirstNames([field.value].flat(), mrz.fields.firstNames, extent)
  if (first !== 'same' || others === 'same') return first
  return isBeyondDoubt(field) && isSurelyRead(mrz) ? 'near' : 'same'
}

/** No check digit stands over names and states: that of a zone whose digits agree may be misread in them. */
function isSurelyRead({ confidence, undecided = [] }: MrzFacts): boolean {
  return confidence >= THRESHOLDS.zoneConfidenceMinimum && !undecided.includes('names')
}

function unlikeTraits({ fields }: Pick<PrintFacts, 'fields'>, mrz: MrzFacts): ComparedField[] {
  if (!isSurelyRead(mrz)) return []
  const { gender, nationality } = mrz.fields
  const state = fields.nationality && textOf(fields.nationality)
  const unlike = [
    gender !== null && fields.gender && textOf(fields.gender) !== gender ? 'gender' : null,
    // What is no state's code is an adjective that no layout knows.
    nationality !== null && state && isZoneState(state) && isoState(state) !== isoState(nationality)
      ? 'nationality'
      : null,
  ] as const
  return unlike.flatMap((name): ComparedField[] => {
    const field = name === null ? undefined : fields[name]
    return name !== null && field && isBeyondDoubt(field) ? [{ name, likeness: 'near', field }] : []
  })
}
