import type { Environment } from './environment.ts'

/** Elliptic curves an answer may be signed on, by the names of FIPS 186-5. */
export const SIGNING_CURVES = ['P-256', 'P-384', 'P-521'] as const

/** A curve that answers are signed on. */
export type SigningCurve = (typeof SIGNING_CURVES)[number]

/** Which key signs: a configuration has one line of versions in each environment. */
export interface SigningKeyName {
  configurationId: number
  environment: Environment
  /** 1, 2, 3 … */
  version: number
}

/** The public half of a key that signs answers; it is kept for ever. */
export interface SigningKey extends SigningKeyName {
  curve: SigningCurve
  /** SubjectPublicKeyInfo, PEM. */
  publicKeyPem: string
  createdAt: Date
  /** When the private half stops signing. */
  expiresAt: Date
  /** When the private half was destroyed; null while it signs. */
  destroyedAt: Date | null
}

/** A key's name as a signature carries it: `3456-live-v1` (API text, "Verifying Response signature"). */
export function writeSigningKeyName({ configurationId, environment, version }: SigningKeyName): string {
  return `${configurationId}-${environment}-v${version}`
}

/** A key's name taken apart; null when it is none. */
export function readSigningKeyName(text: string): SigningKeyName | null {
  const match = /^(\d{1,15})-(live|test)-v(\d{1,9})$/.exec(text)
  if (!match) return null
  return {
    configurationId: Number(match[1]),
    environment: match[2] as Environment,
    version: Number(match[3]),
  }
}
