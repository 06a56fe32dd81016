import type { AssetRef } from '../../../domain/identification-record.ts'

/** Where the addresses in an answer lead. Base addresses have no trailing slash. */
export interface AnswerUrls {
  /** The applicant's pages. */
  webBaseUrl: string
  /** The API. */
  apiBaseUrl: string
  /** A time-limited address of an asset. */
  signAssetUrl(asset: Pick<AssetRef, 'key' | 'contentType'>): string
}
