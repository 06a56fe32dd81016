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
