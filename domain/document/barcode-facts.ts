import type { Box } from '../image.ts'

/** The ways codes on documents are drawn. */
export const SYMBOLOGIES = ['PDF417', 'DataMatrix', 'QRCode'] as const

/** One of them. */
export type Symbology = (typeof SYMBOLOGIES)[number]

/** What a code says of itself: a licence of North America, a French 2D-Doc, or text of any kind. */
export type BarcodeKind = 'aamva' | '2d-doc' | 'text'

/**
 * Whether a code is signed by who it says. `not-checked`: it is signed, but no certificate was given that has the name
 * of its signer; `out-of-date`: right, but signed outside the days on which the certificate is valid.
 */
export type BarcodeSignature = 'unsigned' | 'not-checked' | 'valid' | 'invalid' | 'out-of-date'

/** What a code says of the holder, in our words; what a code does not tell is absent. Dates are ISO. */
export interface BarcodeFields {
  documentNumber?: string
  lastName?: string
  firstNames?: string[]
  birthDate?: string
  issueDate?: string
  expiryDate?: string
  gender?: 'M' | 'F'
  nationality?: string
  issuingState?: string
  birthPlace?: string
  address?: string
}

/** A barcode as read from a card. */
export interface BarcodeFacts {
  symbology: Symbology
  kind: BarcodeKind
  /** Where it stands in the rectified card, px of the crop; in the whole frame where no card was found. */
  box: Box
  fields: BarcodeFields
  /** Every element as it is written, by the identifier of its standard: DAQ, 62. */
  elements: Record<string, string>
  /** All of it as text, control characters included, cut at a limit. */
  text: string
  signature: BarcodeSignature
  /** Who signed it by its own word: certificate authority and certificate; null when unsigned. */
  signer: string | null
}
