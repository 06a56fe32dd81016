import type { Environment } from '../../../../domain/environment.ts'
import { Problem } from '../../../../domain/problem.ts'
import { readSigningKeyName, type SigningKey, writeSigningKeyName } from '../../../../domain/signing-key.ts'
import { findConfiguration } from '../../../configurations/find-configuration.ts'
import { findSigningKeys } from '../../../configurations/signing/find-signing-keys.ts'
import { renewSigningKey } from '../../../configurations/signing/renew-signing-key.ts'
import { withPlatform } from '../with-platform.ts'
import { actNoted } from './note-command.ts'
import { type Told, tellMany, tellOne } from './tell.ts'

/** Shows every version of every key, or of those of a configuration. */
export async function showSigningKeys(options: { json?: boolean; configuration?: number }): Promise<void> {
  const lines = { configurationId: options.configuration }
  const keys = await withPlatform(({ database }) => findSigningKeys(database, lines))
  tellMany(keys.map(describe), options)
}

/** Writes a public key as PEM to standard output. */
export async function exportSigningKey(text: string): Promise<void> {
  const name = readSigningKeyName(text)
  const keys = name ? await withPlatform(({ database }) => findSigningKeys(database, name)) : []
  const key = keys.find(({ version }) => version === name?.version)
  if (!key) throw new Problem('unknown_record', 'No signing key has this name')
  process.stdout.write(key.publicKeyPem)
}

/** Makes the next version of a key and destroys the private half of the one before. */
export async function rotateSigningKey(
  configurationId: number,
  options: { json?: boolean; environment: Environment },
): Promise<void> {
  const { environment } = options
  const { made: row } = await withPlatform((platform) =>
    actNoted(
      platform,
      async (transaction, now) => {
        const { keyring } = platform
        const { accountId } = await findConfiguration(transaction, configurationId)
        const renewal = { configurationId, environment, keyring, now, reason: 'asked' as const }
        return { accountId, made: await renewSigningKey(transaction, renewal) }
      },
      ({ accountId, made }) => ({
        accountId,
        action: 'signing-key.rotated',
        subject: `configuration ${configurationId}`,
        detail: made ? `${environment} v${made.version}` : environment,
      }),
    ),
  )
  if (!row) throw new Problem('params_invalid', 'Answers of this configuration are not signed')
  const name = writeSigningKeyName({ configurationId, environment, version: row.version })
  tellOne({ name, curve: row.curve, expiresAt: row.expires_at, publicKey: row.public_key_pem }, options)
}

function describe(key: SigningKey): Record<string, Told> {
  const { publicKeyPem: _left, configurationId: _named, environment: _too, version: _also, ...rest } = key
  return { name: writeSigningKeyName(key), ...rest }
}
