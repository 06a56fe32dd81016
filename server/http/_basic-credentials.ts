import { Problem } from '../../domain/problem.ts'

/** A Basic pair as it was sent. */
export interface BasicCredentials {
  clientId: string
  clientSecret: string
}

/**
 * Reads an `Authorization` header (RFC 7617 §2): Base64 of `id:secret` in UTF-8. Spaces and line breaks inside
 * the Base64, which some clients' encoders put there, are passed over. Control characters are refused.
 * Throws `Problem('unauthenticated')`.
 */
export function readBasicCredentials(authorization: string | undefined): BasicCredentials {
  const match = /^basic\s+([\s\S]*)$/i.exec(authorization ?? '')
  if (!match) throw new Problem('unauthenticated', 'Authentication credentials were not provided.')
  const pair = decodePair(match[1].replaceAll(/\s/g, ''))
  const colon = pair?.indexOf(':') ?? -1
  if (!pair || colon < 1) throw new Problem('unauthenticated', 'The Basic credentials cannot be read')
  return { clientId: pair.slice(0, colon), clientSecret: pair.slice(colon + 1) }
}

function decodePair(base64: string): string | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'))
    return /\p{Cc}/u.test(text) ? null : text
  } catch {
    return null
  }
}
