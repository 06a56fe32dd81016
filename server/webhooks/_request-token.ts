import { z } from 'zod'
import { describeFailure, exchange } from './receiver/exchange.ts'
import type { ReceiverRules } from './receiver/resolve-receiver.ts'

/** Life of a token whose answer names none: short, for it may be shorter (RFC 6749 §5.1). */
const UNTOLD_LIFE_SECONDS = 60
/** Characters of a token at most: headers have a limit. */
const MAX_TOKEN_LENGTH = 8_192
/** Characters that a header may carry of it (RFC 6750 §2.1). */
const TOKEN = z
  .string()
  .max(MAX_TOKEN_LENGTH)
  .regex(/^[\w.~+/-]+=*$/)

/** What a token endpoint answers (RFC 6749 §5.1). */
const TOKEN_ANSWER = z.object({
  access_token: TOKEN,
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().nonnegative().catch(UNTOLD_LIFE_SECONDS).default(UNTOLD_LIFE_SECONDS),
  refresh_token: TOKEN.optional().catch(undefined),
})

/** An access token, and what it takes to get the next one. */
export interface GrantedToken {
  accessToken: string
  lifeSeconds: number
  refreshToken: string | null
}

/** What is asked of a token endpoint, and by whom. */
export interface TokenRequest {
  url: string
  clientId: string
  clientSecret: string
  /** Null: by the client's credentials alone (RFC 6749 §4.4); otherwise by a refresh token (§6). */
  refreshToken: string | null
}

/**
 * Asks a token endpoint, which may be as hostile as a receiver. Throws an Error whose message says what went
 * wrong, without a secret.
 */
export async function requestToken(
  { url, clientId, clientSecret, refreshToken }: TokenRequest,
  rules: ReceiverRules,
  deadline: AbortSignal,
): Promise<GrantedToken> {
  const grant: Record<string, string> =
    refreshToken === null
      ? { grant_type: 'client_credentials' }
      : { grant_type: 'refresh_token', refresh_token: refreshToken }
  // Each half is form-encoded first (RFC 6749 §2.3.1).
  const pair = [clientId, clientSecret].map(encodeFormText).join(':')
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
    authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
  }
  const body = new URLSearchParams(grant).toString()
  const answer = await exchange({ url, headers, body }, rules, deadline).catch((error) => {
    throw new Error(`access token: ${describeFailure(error, deadline)}`)
  })
  if (answer.status !== 200) throw new Error(`access token: status ${answer.status}`)
  const granted = TOKEN_ANSWER.safeParse(readJson(answer.body))
  if (!granted.success) throw new Error('access token: answer unreadable')
  const { access_token, expires_in, refresh_token } = granted.data
  return { accessToken: access_token, lifeSeconds: expires_in, refreshToken: refresh_token ?? null }
}

function encodeFormText(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1)
}

function readJson(body: Buffer | null): unknown {
  try {
    return JSON.parse((body ?? '').toString())
  } catch {
    return undefined
  }
}
