import type { DocumentType } from '../../../domain/answer.ts'
import type { ApplicantForm } from '../../../domain/applicant-form.ts'
import type { Comment } from '../../../domain/comment.ts'
import type { Environment } from '../../../domain/environment.ts'
import type { IdentificationStatus } from '../../../domain/identification.ts'
import type { ReasonCode } from '../../../domain/reason-code.ts'
import type { Score } from '../../../domain/score.ts'
import type { AssetSubject, ReportAsset, TimelineEvent } from '../report-content.ts'

/** Every check that a report shows. */
export type CheckName =
  | 'dataExtracted'
  | 'expiryDate'
  | 'issueDate'
  | 'documentLiveCapture'
  | 'mrzValidity'
  | 'mrzViz'
  | 'oveFront'
  | 'oveBack'
  | 'ove'
  | 'documentQuality'
  | 'supported'
  | 'visualFront'
  | 'visualBack'
  | 'documentTotal'
  | 'activeLiveness'
  | 'faceLiveCapture'
  | 'faceQuality'
  | 'faceTotal'
  | 'docFaceMatch'
  | 'docDocMatch'
  | 'faceFaceMatch'
  | 'identityFormMatch'
  | 'referenceDataCheck'

/** A check's name and what each of its scores says; null scores have a sentence of their own. */
export interface CheckWords {
  name: string
  valid: string
  invalid: string
  unknown: string
}

/** What a document says of its holder and itself. */
export type DocumentField =
  | 'documentType'
  | 'documentNumber'
  | 'issuingStateCode'
  | 'lastName'
  | 'firstName'
  | 'allFirstNames'
  | 'birthDate'
  | 'gender'
  | 'nationality'
  | 'personalNumber'
  | 'issueDate'
  | 'expiryDate'
  | 'documentTypeDetailed'
  | 'birthPlace'
  | 'issuePlace'
  | 'marriedName'
  | 'obtainingDate'
  | 'carDrivingLicenseExpiryDate'
  | 'remarks'
  | 'residenceAddress'
  | 'taxIdentificationNumber'

/** What the applicant declares in the form at the end. */
export type FormField = keyof ApplicantForm

/** Every word of a report, in one language. `{name}` stands for a value. */
export interface ReportCatalog {
  title: string
  /** Under the title. */
  subtitle: string
  environment: Record<Environment, string>
  verdict: Record<Score, { name: string; sentence: string }>
  scores: Record<Score, string> & { notChecked: string }
  notCheckedSentence: string
  none: string
  notDeclared: string
  /** `{label}`, `{text}`. */
  labelled: string
  sections: Record<
    | 'identity'
    | 'pictures'
    | 'reasons'
    | 'reference'
    | 'document'
    | 'documentChecks'
    | 'faceChecks'
    | 'matches'
    | 'external'
    | 'form'
    | 'timeline'
    | 'session'
    | 'evidence'
    | 'verification',
    string
  >
  columns: Record<
    | 'check'
    | 'score'
    | 'meaning'
    | 'code'
    | 'reason'
    | 'field'
    | 'declared'
    | 'concluded'
    | 'event'
    | 'time'
    | 'status'
    | 'asset'
    | 'hash'
    | 'size',
    string
  >
  identity: Record<'lastName' | 'firstName' | 'birthDate', string>
  pictures: Record<AssetSubject, { caption: string; alt: string; absent: string }>
  noReasons: string
  comment: string
  noComment: string
  reasons: Record<ReasonCode, string>
  otherReason: string
  comments: Record<Comment, string>
  nothingDeclared: string
  document: Record<DocumentField, string>
  documentTypes: Record<DocumentType, string>
  form: Record<FormField, string>
  genders: Record<'M' | 'F', string>
  zone: string
  checks: Record<CheckName, CheckWords>
  noFaceAsked: string
  external: Record<'userId' | 'phoneNumber' | 'mailAddress', string>
  events: Record<TimelineEvent, string>
  statuses: Record<IdentificationStatus, string>
  session: Record<'attempts' | 'address' | 'userAgent', string>
  assetKinds: Record<ReportAsset['kind'], string>
  subjects: Record<AssetSubject, string>
  assetsIntroduction: string
  assetsLeftOut: string
  noAssets: string
  verification: Record<'signature' | 'trust' | 'hashes' | 'answer', string>
  signatureField: string
  missingGlyphs: string
  page: string
  months: readonly string[]
  /** `{day}`, `{month}`, `{year}`. */
  date: string
  /** `{date}`, `{time}`. */
  moment: string
  /** Between the whole and the tenths of a number. */
  decimalMark: string
}
