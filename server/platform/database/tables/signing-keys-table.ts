import type { Environment } from '../../../../domain/environment.ts'
import type { SigningCurve } from '../../../../domain/signing-key.ts'
import type { MaybeTime, Time } from './columns.ts'

/** Owner room: configurations. Public halves stay; the private one, sealed, is null once it is destroyed. */
export interface SigningKeysTable {
  configuration_id: number
  environment: Environment
  version: number
  curve: SigningCurve
  public_key_pem: string
  sealed_private_key: Buffer | null
  created_at: Time
  expires_at: Time
  destroyed_at: MaybeTime
}
