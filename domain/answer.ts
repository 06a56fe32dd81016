import type { Comment } from './comment.ts'
import type { Identity } from './identity.ts'
import type { ReasonCode } from './reason-code.ts'
import type { Score } from './score.ts'

/** Document categories (API text, "Documents"). */
export type DocumentType =
  | 'ID'
  | 'Passport'
  | 'Residence Permit'
  | 'Driving licence'
  | 'Social Security'
  | 'Fiscal card'
  | 'VTC'
  | 'Visa'
  | 'Other'

/** Attributes read from a document; null where it was not read. API names in http/resources. */
export interface DocumentReading {
  documentType: DocumentType | null
  /** Exact type, in the issuer's words. */
  documentTypeDetailed: string | null
  firstName: string | null
  lastName: string | null
  allFirstNames: string[] | null
  birthDate: string | null
  documentNumber: string | null
  expiryDate: string | null
  issueDate: string | null
  gender: 'M' | 'F' | null
  issuingStateCode: string | null
  nationality: string | null
  personalNumber: string | null
  mrz: string | null
  birthPlace: string | null
  issuePlace: string | null
  marriedName: string | null
  /** ISO date YYYY-MM-DD, as the next one: when the right was obtained, and until when class B is valid. */
  obtainingDate: string | null
  carDrivingLicenseExpiryDate: string | null
  remarks: string | null
  residenceAddress: string | null
  taxIdentificationNumber: string | null
}

/** Document checks; null = not checked by this version. */
export interface DocumentChecks {
  dataExtracted: Score | null
  expiryDate: Score | null
  issueDate: Score | null
  liveVideoCapture: Score | null
  mrzValidity: Score | null
  mrzViz: Score | null
  oveBack: Score | null
  oveFront: Score | null
  ove: Score | null
  quality: Score | null
  supported: Score | null
  visualBack: Score | null
  visualFront: Score | null
  score: Score
}

/** Face checks; null = not checked by this version. */
export interface FaceChecks {
  activeLiveness: Score | null
  liveVideoCapture: Score | null
  quality: Score | null
  score: Score
}

/** What one check concluded, before its score was joined with others. */
export interface CheckOutcome {
  /** The check's own name: several make one score of the API. */
  check: string
  score: Score
  reasonCodes: ReasonCode[]
  comments: Comment[]
}

/** Where an attribute of the document, and so of the identity, comes from. Never its value. */
export interface AttributeSource {
  /** What the value was taken from: the machine readable zone, the print, or the layout that the document is known by. */
  from: 'zone' | 'print' | 'layout'
  /**
   * What else says the same, as it spells names: of a name taken from the print for its accents the zone, for example. Print
   * that was found because it says what the zone says, and that zone, do not count for each other.
   */
  agreeing: ('zone' | 'print' | 'code' | 'declared')[]
  /** Of the reading it was taken from, 0-1; null where nothing was read. */
  confidence: number | null
}

/** Why an answer is as it is, for whoever must understand it later: no personal data. */
export interface AnswerGrounds {
  outcomes: CheckOutcome[]
  /** Cosine of the live face and the portrait, -1..1; null when they were not compared. */
  likeness: number | null
  /** What facts were held against, as it stood then. */
  thresholds: Readonly<Record<string, unknown>>
  /** By the attribute of the document; null where none was read, absent in grounds of before they were kept. */
  sources?: Partial<Record<keyof DocumentReading, AttributeSource>> | null
}

/** Everything concluded from the facts of an attempt. */
export interface Answer {
  score: Score
  identity: Identity
  document: DocumentReading
  documentChecks: DocumentChecks
  /** Null when the configuration asks for no face. */
  faceChecks: FaceChecks | null
  /** Null when the configuration asks for no face. */
  docFaceMatch: Score | null
  /** Null when nothing was declared. */
  referenceDataCheck: Score | null
  reasonCodes: ReasonCode[]
  comments: Comment[]
  /** Names of checks that this version does not do. */
  notChecked: string[]
  /** Null for an answer that was simulated. */
  grounds: AnswerGrounds | null
}
