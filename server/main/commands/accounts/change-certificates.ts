import { readFile, writeFile } from 'node:fs/promises'
import { assertAccount } from '../../../accounts/assert-account.ts'
import { listClientCertificates } from '../../../accounts/list-client-certificates.ts'
import { registerClientCertificate } from '../../../accounts/register-client-certificate.ts'
import { revokeClientCertificate } from '../../../accounts/revoke-client-certificate.ts'
import { readSettings } from '../../../settings.ts'
import type { BuiltPlatform } from '../../build-platform.ts'
import { openKeys } from '../../open-keys.ts'
import { withPlatform } from '../with-platform.ts'
import { actNoted } from './note-command.ts'
import { tellMany, tellOne } from './tell.ts'

/** Issues a certificate of the local authority to an account; its key is told this once, or written beside it. */
export async function issueCertificate(
  accountId: number,
  options: { json?: boolean; out?: string },
): Promise<void> {
  const issued = await withPlatform(async (platform) => {
    const { database, clock } = platform
    const account = await assertAccount(database, accountId)
    const { authority } = await openKeys(readSettings(), clock)
    const certificate = await authority.issueClientCertificate(account.name)
    if (options.out) await writePair(options.out, certificate)
    await register(platform, accountId, certificate.certPem)
    return certificate
  })
  const { fingerprint, certPem, keyPem } = issued
  const where: Record<string, string> = options.out
    ? { certFile: `${options.out}.crt`, keyFile: `${options.out}.key` }
    : { certificate: certPem, key: keyPem }
  tellOne({ accountId, fingerprint, ...where }, options)
}

/** Lets an account use a certificate that it brings. */
export async function registerCertificate(
  accountId: number,
  file: string,
  options: { json?: boolean },
): Promise<void> {
  const certificate = await readFile(file)
  const fingerprint = await withPlatform(async (platform) => {
    await assertAccount(platform.database, accountId)
    return register(platform, accountId, certificate)
  })
  tellOne({ accountId, fingerprint }, options)
}

/** Ends a certificate of an account. */
export async function endCertificate(
  accountId: number,
  fingerprint: string,
  options: { json?: boolean },
): Promise<void> {
  const named = fingerprint.replaceAll(':', '').toLowerCase()
  await withPlatform((platform) =>
    actNoted(
      platform,
      (transaction, now) => revokeClientCertificate(transaction, { accountId, fingerprint: named, now }),
      () => ({ accountId, action: 'certificate.revoked', subject: `certificate ${named}` }),
    ),
  )
  tellOne({ accountId, fingerprint: named, revoked: true }, options)
}

/** Shows all certificates, or those of an account. */
export async function showCertificates(options: { json?: boolean; account?: number }): Promise<void> {
  const list = await withPlatform(({ database }) => listClientCertificates(database, options.account ?? null))
  tellMany(
    list.map((one) => ({ ...one })),
    options,
  )
}

function register(platform: BuiltPlatform, accountId: number, certificate: string | Buffer): Promise<string> {
  return actNoted(
    platform,
    (transaction, now) => registerClientCertificate(transaction, { accountId, certificate, now }),
    (fingerprint) => ({ accountId, action: 'certificate.registered', subject: `certificate ${fingerprint}` }),
  )
}

/** The key first: a certificate without its key is of no use. Files that are there stay. */
async function writePair(path: string, pair: { certPem: string; keyPem: string }): Promise<void> {
  await writeFile(`${path}.key`, pair.keyPem, { mode: 0o600, flag: 'wx' })
  await writeFile(`${path}.crt`, pair.certPem, { mode: 0o600, flag: 'wx' })
}
