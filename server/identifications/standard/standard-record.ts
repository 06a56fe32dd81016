import type { AssetRef, IdentificationRecord } from '../../../domain/identification-record.ts'
import { STANDARD_ASSETS } from './standard-assets.ts'

/** A standard answer: everything but whose it is. */
export type StandardRecord = Omit<IdentificationRecord, 'accountId' | 'configurationId' | 'environment'>

/** When all three were made: one afternoon, some minutes each. */
export const STANDARD_TIMES = {
  createdAt: new Date('2026-01-15T14:02:11.485Z'),
  startedAt: new Date('2026-01-15T14:03:26.102Z'),
  processingAt: new Date('2026-01-15T14:05:40.733Z'),
  endedAt: new Date('2026-01-15T14:05:42.917Z'),
}

/** What the three have in common. */
export const STANDARD_COMMON = {
  status: 'processed',
  createdAt: STANDARD_TIMES.createdAt,
  startedAt: STANDARD_TIMES.startedAt,
  endedAt: STANDARD_TIMES.endedAt,
  updatedAt: STANDARD_TIMES.endedAt,
  statusUpdatedAt: STANDARD_TIMES.endedAt,
  anonymizedAt: null,
  numberOfAttempts: 1,
  redirectUrl: 'https://www.example.com/',
  webhook: null,
  faceRequired: true,
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Mobile/15E148 Safari/604.1',
  // Of the block kept for documentation (RFC 5737 §3).
  userIpAddress: '192.0.2.123',
} as const

/** First step of every key under which a standard answer's file is served. */
const PREFIX = 'standard'

/** Folders of stored assets, by what their file's name ends with (API text, "Retrieve assets"). */
const FOLDERS: readonly [ending: RegExp, folder: string][] = [
  [/\.webm$/, 'video'],
  [/-face\.png$/, 'live_face'],
  [/\.png$/, 'tight_crops'],
]

/** The asset of a file in assets/, under a key as stored assets have them. */
export function standardAsset(identificationId: string, file: keyof typeof STANDARD_ASSETS): AssetRef {
  const folder = FOLDERS.find(([ending]) => ending.test(file))?.[1]
  return {
    key: [PREFIX, identificationId, folder, file].join('/'),
    contentType: file.endsWith('.webm') ? 'video/webm' : 'image/png',
    sha256: STANDARD_ASSETS[file].sha256,
  }
}

/** The files of an answer that shows both sides of its card. */
type Shown = 'validated' | 'photocopy'

/** What was filmed of a card from both sides. */
export function standardCardAssets(identificationId: string, name: Shown) {
  return {
    frontImage: standardAsset(identificationId, `${name}-front.png`),
    backImage: standardAsset(identificationId, `${name}-back.png`),
    signatureImage: standardAsset(identificationId, `${name}-signature.png`),
    frontVideo: standardAsset(identificationId, `${name}-front.webm`),
    backVideo: standardAsset(identificationId, `${name}-back.webm`),
  }
}

/** What was filmed of a face that was asked to turn. */
export function standardFace(identificationId: string, name: Shown | 'no-back') {
  return {
    actions: 'rotation',
    image: standardAsset(identificationId, `${name}-face.png`),
    video: standardAsset(identificationId, `${name}-face.webm`),
  }
}

/** What every identity card of Utopia says alike. */
export const UTOPIAN_CARD = {
  documentType: 'ID',
  documentTypeDetailed: 'Identity card of Utopia',
  issueDate: '2024-06-30',
  issuePlace: 'REGISTRY OF AMAUROT',
  expiryDate: '2034-06-29',
  issuingStateCode: 'UTO',
  nationality: 'UTO',
} as const

/** A document in which nothing was found wrong. */
export const GOOD_DOCUMENT = {
  dataExtracted: 1,
  expiryDate: 1,
  issueDate: 1,
  liveVideoCapture: 1,
  mrzValidity: 1,
  mrzViz: 1,
  oveBack: 1,
  oveFront: 1,
  ove: 1,
  quality: 1,
  supported: 1,
  visualBack: 1,
  visualFront: 1,
  score: 1,
} as const

/** A face in which nothing was found wrong. */
export const GOOD_FACE = { activeLiveness: 1, liveVideoCapture: 1, quality: 1, score: 1 } as const
