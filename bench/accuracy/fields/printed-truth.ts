import type { PrintedName } from '../../../domain/document/print-facts.ts'
import type { DocumentKind, IssuedDocument } from '../../../test/people/documents/issue-document.ts'

/** A field that is printed, and what a reader must make of it. */
export interface PrintedTruth {
  name: PrintedName
  value: string | string[]
}

type Sides = Readonly<Record<'front' | 'back', readonly PrintedName[]>>

const LICENCE: Sides = {
  front: [
    'lastName',
    'firstNames',
    'birthDate',
    'birthPlace',
    'issueDate',
    'expiryDate',
    'issuePlace',
    'documentNumber',
    'remarks',
  ],
  back: ['obtainingDate', 'carDrivingLicenseExpiryDate'],
}

/** Utopian passports print the nationality as an adjective that no list knows: it is not asked for. */
const PASSPORT: readonly PrintedName[] = [
  'lastName',
  'firstNames',
  'birthDate',
  'birthPlace',
  'gender',
  'documentNumber',
  'issueDate',
  'issuePlace',
  'expiryDate',
]

/** What test/people prints on each side, as the drawing has it. */
const PRINTED: Readonly<Record<DocumentKind, Sides>> = {
  passport: { front: [...PASSPORT, 'personalNumber'], back: [] },
  'french-passport': { front: [...PASSPORT, 'nationality'], back: [] },
  'id-card': {
    front: ['lastName', 'firstNames', 'gender', 'nationality', 'birthDate', 'documentNumber', 'expiryDate'],
    back: ['birthPlace', 'issueDate', 'issuePlace', 'personalNumber'],
  },
  'french-card': {
    front: ['lastName', 'firstNames', 'gender', 'birthDate', 'birthPlace', 'documentNumber'],
    back: ['residenceAddress', 'expiryDate', 'issueDate', 'issuePlace'],
  },
  'french-id-card': {
    front: [
      'lastName',
      'firstNames',
      'gender',
      'nationality',
      'birthDate',
      'birthPlace',
      'documentNumber',
      'expiryDate',
    ],
    back: ['issueDate', 'residenceAddress'],
  },
  'residence-permit': {
    front: [
      'lastName',
      'firstNames',
      'gender',
      'nationality',
      'birthDate',
      'documentNumber',
      'remarks',
      'expiryDate',
    ],
    back: ['birthPlace', 'issueDate', 'issuePlace', 'residenceAddress'],
  },
  'driving-licence': LICENCE,
  'french-licence': { ...LICENCE, back: [...LICENCE.back, 'remarks'] },
}

/** Kinds that print the authority as it is written; the others print it in capitals. */
const WRITTEN_AUTHORITIES: readonly DocumentKind[] = ['french-passport', 'driving-licence', 'french-licence']

/** Categories held (field 9) and the code that restricts them (field 12). */
const LICENCE_REMARKS = { front: 'B', back: '01' } as const

/** The fields printed on a side of a document; the numbers of the state's people on those few that have one. */
export function printedTruth(document: IssuedDocument, side: 'front' | 'back'): PrintedTruth[] {
  return PRINTED[document.kind][side].flatMap((name) => {
    const value = printedValue(name, { document, side })
    return value === null ? [] : [{ name, value }]
  })
}

function printedValue(
  name: PrintedName,
  { document, side }: { document: IssuedDocument; side: 'front' | 'back' },
): string | string[] | null {
  const { holder, kind, authority, issueDate, expiryDate } = document
  const values: Partial<Record<PrintedName, string | string[] | null>> = {
    lastName: holder.lastName.toUpperCase(),
    firstNames: holder.firstNames.map((one) => one.toUpperCase()),
    birthDate: holder.birthDate,
    birthPlace: holder.birthPlace.toUpperCase(),
    gender: holder.gender,
    nationality: document.nationality,
    documentNumber: document.number,
    personalNumber: holder.personalNumber,
    issueDate,
    issuePlace: WRITTEN_AUTHORITIES.includes(kind) ? authority : authority.toUpperCase(),
    expiryDate,
    obtainingDate: issueDate,
    carDrivingLicenseExpiryDate: expiryDate,
    residenceAddress: document.address,
    remarks: kind === 'residence-permit' ? 'CARTE DE RÉSIDENT' : LICENCE_REMARKS[side],
  }
  return values[name] ?? null
}
