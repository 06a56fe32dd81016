import type { Kysely } from 'kysely'
import type { Clock } from '../platform/clock/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Keyring } from '../platform/keys/keys.ts'
import {
  type AuthorizationRow,
  selectAuthorization,
  updateTokens,
  type WebhookLine,
} from './_authorization-rows.ts'
import { type GrantedToken, requestToken } from './_request-token.ts'
import type { ReceiverRules } from './receiver/resolve-receiver.ts'

/** A token this near its end is not sent any more: a delivery takes up to ten seconds. */
const SPARE_MS = 15_000
/** Longest time a token is kept without asking again. */
const MAX_LIFE_MS = 24 * 60 * 60 * 1_000

/** What an authorization needs of the house. */
export interface Authorizer extends ReceiverRules {
  database: Kysely<Database>
  clock: Clock
  keyring: Keyring
}

/** What a line's sealed secrets are for: they open for it only. */
export function authorizationPurpose({ configurationId, environment }: WebhookLine): string {
  return `webhook authorization ${configurationId} ${environment}`
}

/**
 * The `Authorization` of a line's webhooks (API text, "Webhooks Authentication"); undefined where the receiver
 * asks for none. A token is kept until it ends; `renewed` gets another one, for a receiver that refused it.
 * Throws an Error whose message says what went wrong, without a secret.
 */
export async function authorizeWebhook(
  authorizer: Authorizer,
  line: WebhookLine,
  { token, deadline }: { token: 'kept' | 'renewed'; deadline: AbortSignal },
): Promise<string | undefined> {
  const row = await selectAuthorization(authorizer.database, line)
  if (!row) return undefined
  const kept = token === 'kept' ? openKept(authorizer, line, row) : null
  return `Bearer ${kept ?? (await renew(authorizer, row, deadline))}`
}

function openKept({ keyring, clock }: Authorizer, line: WebhookLine, row: AuthorizationRow): string | null {
  if (row.sealed_access_token === null || row.token_expires_at === null) return null
  if (row.token_expires_at.getTime() - SPARE_MS <= clock.now().getTime()) return null
  return keyring.open(row.sealed_access_token, authorizationPurpose(line)).toString('utf8')
}

async function renew(authorizer: Authorizer, row: AuthorizationRow, deadline: AbortSignal): Promise<string> {
  const { keyring, clock, database } = authorizer
  const line = { configurationId: row.configuration_id, environment: row.environment }
  const purpose = authorizationPurpose(line)
  const open = (sealed: Buffer) => keyring.open(sealed, purpose).toString('utf8')
  const seal = (text: string) => keyring.seal(Buffer.from(text), purpose)
  const credentials = { clientId: row.client_id, clientSecret: open(row.sealed_client_secret) }
  const refreshToken = row.sealed_refresh_token === null ? null : open(row.sealed_refresh_token)
  const ask = (url: string, refresh: string | null) =>
    requestToken({ ...credentials, url, refreshToken: refresh }, authorizer, deadline)
  const granted = await (refreshToken === null
    ? ask(row.token_url, null)
    : // A refresh token that is no longer good is as good as none.
      ask(row.refresh_url ?? row.token_url, refreshToken).catch(() => ask(row.token_url, null)))
  const lifeMs = Math.min(granted.lifeSeconds * 1_000, MAX_LIFE_MS)
  await updateTokens(database, row, {
    sealed_access_token: seal(granted.accessToken),
    sealed_refresh_token: sealRefresh(granted, refreshToken, seal),
    token_expires_at: new Date(clock.now().getTime() + lifeMs),
  })
  return granted.accessToken
}

/** A refresh token stays good unless another one comes with its answer (RFC 6749 §6). */
function sealRefresh(
  granted: GrantedToken,
  former: string | null,
  seal: (text: string) => Buffer,
): Buffer | null {
  const current = granted.refreshToken ?? former
  return current === null ? null : seal(current)
}
