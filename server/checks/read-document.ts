import type { DocumentReading } from '../../domain/answer.ts'
import type { MrzFacts } from '../../domain/facts.ts'

/** What the answer says of the document, from its zone; every attribute null without one. */
export function readDocument(mrz: MrzFacts | null): DocumentReading {
  if (!mrz?.checksValid) return { ...UNREAD, mrz: mrz?.lines.join('') ?? null }
  const { fields } = mrz
  return {
    ...UNREAD,
    documentType: typeOf(mrz),
    firstName: fields.firstNames[0] ?? null,
    lastName: fields.lastName,
    allFirstNames: fields.firstNames,
    birthDate: fields.birthDate,
    documentNumber: fields.documentNumber,
    expiryDate: fields.expiryDate,
    issueDate: fields.issueDate,
    gender: fields.gender,
    issuingStateCode: fields.issuingState,
    nationality: fields.nationality,
    personalNumber: fields.personalNumber,
    mrz: mrz.lines.join(''),
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
  // The second character of TD1 and TD2 codes is the issuer's; EU residence permits use R (Regulation 1030/2002).
  return code === 'IR' || code === 'AR' || code === 'CR' || code === 'RP' ? 'Residence Permit' : 'ID'
}
