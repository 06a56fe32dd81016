import type { IdentificationRecord } from '../../domain/identification-record.ts'

/** Languages a report is written in (API text, "Internationalization"). */
export const REPORT_LANGUAGES = ['en', 'fr'] as const

/** One of them. */
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number]

/** A picture ready to be placed: JPEG bytes and its size, pixels. */
export interface ReportPicture {
  jpeg: Uint8Array
  width: number
  height: number
}

/** What happened to an identification, in the order of its life. */
export type TimelineEvent = 'created' | 'started' | 'finished' | 'answered' | 'ended'

/** What a stored asset shows. */
export type AssetSubject = 'document-front' | 'document-back' | 'face'

/** A stored asset as a report lists it. */
export interface ReportAsset {
  subject: AssetSubject
  kind: 'frame' | 'recording' | 'card' | 'portrait' | 'signature' | 'face'
  contentType: string
  /** SHA-256 of its bytes, hex. */
  sha256: string
  sizeBytes: number
}

/** All that a report says; with the same content it has the same bytes. */
export interface ReportContent {
  language: ReportLanguage
  /** When the report is made and signed. */
  createdAt: Date
  record: IdentificationRecord
  /** Null where nothing was filmed or found. */
  pictures: Record<AssetSubject, ReportPicture | null>
  timeline: { event: TimelineEvent; at: Date }[]
  assets: ReportAsset[]
  /** Where the API answers about this identification. */
  apiUrl: string
  signer: {
    /** Common name of the certificate that signs. */
    name: string
    /** SHA-256 of the authority's certificate, hex. */
    authorityFingerprint: string
  }
}
