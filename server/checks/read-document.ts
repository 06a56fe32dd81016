import type { DocumentReading } from '../../domain/answer.ts'
import { isoState } from '../../domain/document/iso-state.ts'
import type { LicenceLineFacts } from '../../domain/document/licence-line-facts.ts'
import type { PrintedName, PrintFacts } from '../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../domain/facts.ts'
import { isSpelledAlike } from './rules/print/is-spelled-alike.ts'
import { hasNoZone } from './rules/print/print-of.ts'

/**
 * What the answer says of the document: what its zone says and, where that agrees or is silent, its print; every
 * attribute null where neither was read. Of a licence its print, and its line when that has its digits.
 */
export function readDocument(
  mrz: MrzFacts | null,
  print: PrintFacts | null = null,
  licenceLine: LicenceLineFacts | null = null,
): DocumentReading {
  if (!mrz?.checksValid) {
    if (!hasNoZone(print)) return { ...UNREAD, mrz: mrz?.lines.join('') ?? null }
    return { ...readPrinted(print), mrz: licenceLine?.checksValid ? licenceLine.line : null }
  }
  const { fields } = mrz
  const zone = {
    documentType: typeOf(mrz),
    ...namesOf(fields, print),
    birthDate: fields.birthDate,
    documentNumber: fields.documentNumber,
    expiryDate: fields.expiryDate,
    issueDate: fields.issueDate,
    gender: fields.gender,
    issuingStateCode: isoState(fields.issuingState),
    nationality: fields.nationality && isoState(fields.nationality),
    personalNumber: fields.personalNumber,
    mrz: mrz.lines.join(''),
  }
  const known = Object.entries(zone).filter(([, value]) => value !== null)
  // The zone of a French card has the month of its issue only; its print has the day.
  const printed = print ? readPrinted(print) : UNREAD
  const issueDate = printed.issueDate ?? zone.issueDate
  return { ...printed, ...Object.fromEntries(known), issueDate }
}

/** Names as printed, with their accents, where the zone spells the same; else as the zone has them. */
function namesOf(
  { lastName, firstNames }: MrzFacts['fields'],
  print: PrintFacts | null,
): Pick<DocumentReading, 'firstName' | 'lastName' | 'allFirstNames'> {
  const last = print?.fields.lastName?.value
  const first = print?.fields.firstNames?.value
  const isLast = typeof last === 'string' && isSpelledAlike(last, lastName)
  const isFirst =
    Array.isArray(first) && first.length > 0 && isSpelledAlike(first.join(' '), firstNames.join(' '))
  const names = isFirst ? first : firstNames
  return { firstName: names[0] ?? null, lastName: isLast ? last : lastName, allFirstNames: names }
}

/** What the print of a document says on its own. */
function readPrinted({ template, fields }: PrintFacts): DocumentReading {
  const text = (name: PrintedName) => {
    const value = fields[name]?.value
    return typeof value === 'string' ? value : null
  }
  const first = fields.firstNames?.value
  const allFirstNames = Array.isArray(first) ? first : null
  const gender = text('gender')
  return {
    documentType: template.documentType,
    documentTypeDetailed: template.documentTypeDetailed,
    firstName: allFirstNames?.[0] ?? null,
    lastName: text('lastName'),
    allFirstNames,
    birthDate: text('birthDate'),
    documentNumber: text('documentNumber'),
    expiryDate: text('expiryDate'),
    issueDate: text('issueDate'),
    gender: gender === 'M' || gender === 'F' ? gender : null,
    issuingStateCode: template.country,
    nationality: text('nationality'),
    personalNumber: text('personalNumber'),
    mrz: null,
    birthPlace: text('birthPlace'),
    issuePlace: text('issuePlace'),
    marriedName: text('marriedName'),
    obtainingDate: text('obtainingDate'),
    carDrivingLicenseExpiryDate: text('carDrivingLicenseExpiryDate'),
    remarks: text('remarks'),
    residenceAddress: text('residenceAddress'),
    taxIdentificationNumber: text('taxIdentificationNumber'),
  }
}

const UNREAD: DocumentReading = {
  documentType: null,
  documentTypeDetailed: null,
  firstName: null,
  lastName: null,
  allFirstNames: null,
  birthDate: null,
  documentNumber: null,
  expiryDate: null,
  issueDate: null,
  gender: null,
  issuingStateCode: null,
  nationality: null,
  personalNumber: null,
  mrz: null,
  birthPlace: null,
  issuePlace: null,
  marriedName: null,
  obtainingDate: null,
  carDrivingLicenseExpiryDate: null,
  remarks: null,
  residenceAddress: null,
  taxIdentificationNumber: null,
}

/** Document categories of the API text by format and code (ICAO 9303-4 §4.2, 9303-5 §4.2, 9303-7 §4.2). */
function typeOf({ format, fields }: MrzFacts): DocumentReading['documentType'] {
  const code = fields.documentCode
  if (format === 'TD3' || code.startsWith('P')) return 'Passport'
  if (format === 'MRV-A' || format === 'MRV-B') return 'Visa'
  if (format === 'FR-2x36') return 'ID'
  const isPermit = RESIDENCE_CODES.has(code) || RESIDENCE_CODES.has(`${code} ${fields.issuingState}`)
  return isPermit ? 'Residence Permit' : 'ID'
}

/**
 * The second character of TD1 and TD2 codes is the issuer's: EU residence permits use R (Regulation 1030/2002), the cards of permanent
 * residents of the United States a digit.
 */
const RESIDENCE_CODES: ReadonlySet<string> = new Set(['IR', 'AR', 'CR', 'RP', 'C1 USA', 'C2 USA'])
