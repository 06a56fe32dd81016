import type { DocumentType } from '../answer.ts'
import type { Box } from '../image.ts'

/** Attributes that documents print, in the words of the answer (API text, "Documents"). */
export type PrintedName =
  | 'lastName'
  | 'marriedName'
  | 'firstNames'
  | 'birthDate'
  | 'birthPlace'
  | 'gender'
  | 'nationality'
  | 'documentNumber'
  | 'personalNumber'
  | 'issueDate'
  | 'issuePlace'
  | 'expiryDate'
  | 'obtainingDate'
  | 'carDrivingLicenseExpiryDate'
  | 'residenceAddress'
  | 'remarks'
  | 'taxIdentificationNumber'

/** What told that print is a field's: its label, its place, or the zone, which says the same. */
export type FoundBy = 'label' | 'place' | 'zone'

/** Dates that print and zones both have and that are worth altering. */
export type AlterableDate = 'birthDate' | 'expiryDate'

/** What of a zone may be known again in print that was misread. */
export type NearValueName = 'firstNames' | 'documentNumber'

/** What a page may have otherwise than the layout that its zone names: the shape of its number, or the printed code of its state. */
export type UnlikeLayout = 'number' | 'state'

/** A printed field as read. */
export interface PrintedField {
  /** Normalised: dates as YYYY-MM-DD, first names in an array, states by three letters, the rest as printed. */
  value: string | string[]
  /** What the reader made of the print, before any normalising. */
  raw: string
  /** As sure as its least certain letter, surer where another frame, or a zone that it was not found by, says the same, 0-1. */
  confidence: number
  /** Where it stands on the rectified card, px. */
  box: Box
  /** How many frames read this value, of how many that read the side. */
  framesAgreeing: number
  /** Absent in facts of before it was kept. */
  by?: FoundBy
}

/** The layout that a side of a document was found to have. */
export interface Template {
  /** Number and code of the layout in the registry (API text, "Retrieve assets"). */
  id: number
  code: string
  side: 'front' | 'back'
  /** Issuing state, ISO 3166-1 alpha-3 (iso-state); null when it was not found. */
  country: string | null
  documentType: DocumentType
  /** The issuer's words for the type; null for layouts of any state. */
  documentTypeDetailed: string | null
  /** Side that has the machine readable zone; null when the document has none. */
  zoneSide: 'front' | 'back' | null
  /** Side that has the one machine readable line of a licence; null for layouts without one, absent in older facts. */
  lineSide?: 'front' | 'back' | null
}

/** The printed zone of one side of a document. Never a judgement. */
export interface PrintFacts {
  template: Template
  fields: Partial<Record<PrintedName, PrintedField>>
  /**
   * Print of a digit or two off the zone's birth or end (`isAlteredDate`), where that date stands nowhere on the side; absent where there
   * is none, and in facts of before it was looked for.
   */
  nearDates?: Partial<Record<AlterableDate, PrintedField>>
  /**
   * Lines that say the zone's first names but for a letter in five or before more than it has, or its number but for a character, where
   * the side has them nowhere as the zone does; absent where there is none, and in facts of before it was looked for.
   */
  nearValues?: Partial<Record<NearValueName, PrintedField>>
  /**
   * State (ISO 3166-1 alpha-3) whose own layout has both titles that this side carries, though its zone named none of any state's own;
   * absent where there is none, and in facts of before it was looked for.
   */
  titledBy?: string
  /**
   * What is not of the state's own layout that the zone on this side names; absent where nothing is, and in facts of before it was looked
   * for.
   */
  unlikeLayout?: readonly UnlikeLayout[]
  /** The handwritten signature on the rectified card, px; null where the layout has none. */
  signature: Box | null
  framesRead: number
}

/** A line that says no more than that a document is a specimen. */
export interface SpecimenLine {
  /** As read. */
  text: string
  /** Mean probability of its characters, 0-1. */
  confidence: number
}

/** A line of print that belongs to no known field, and what it says if it is a date or a number. */
export interface PrintedLine {
  /** As read, cut after 80 characters. */
  text: string
  /** As sure as its least certain letter, 0-1. */
  confidence: number
  /** Where it stands on the rectified card, px. */
  box: Box
  /** The date in it, YYYY-MM-DD, its century that of a birth date. */
  birthDate: string | null
  /** The same, its century that of a date of expiry. */
  expiryDate: string | null
  /** The number in it, letters and digits alone. */
  number: string | null
}
