import { createPrivateKey, X509Certificate } from 'node:crypto'
import { chmod, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../clock/clock.ts'
import type { KeyedCertificate } from './_issue-certificate.ts'
import { writePrivately } from './_write-privately.ts'
import type { Authority } from './authority.ts'

/** Life of the local authority, of the server's and of clients' certificates, days. */
const LIFE_DAYS = { authority: 3650, server: 397, client: 730 }
/** A certificate with less life than this is issued anew, days. */
const RENEW_BEFORE_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000
/** Loaded when a certificate is made, which most starts never do: it takes a tenth of a second. */
const loadIssuing = () => import('./_issue-certificate.ts')

/**
 * Opens the authority kept in a folder, or makes it at first start; the server's certificate is issued
 * anew when it nears its end or the host names have changed.
 */
export async function openAuthority(
  directory: string,
  { hostNames, clock }: { hostNames: string[]; clock: Clock },
): Promise<Authority> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await chmod(directory, 0o700)
  const now = clock.now()
  const authority = await keep(join(directory, 'ca'), async () => {
    const { issueAuthority } = await loadIssuing()
    return issueAuthority({ commonName: 'Vidimus local authority', days: LIFE_DAYS.authority, now })
  })
  const server = await keep(
    join(directory, 'server'),
    async () => {
      const { issueEndCertificate } = await loadIssuing()
      const request = { commonName: hostNames[0], days: LIFE_DAYS.server, now, use: { server: hostNames } }
      return issueEndCertificate(authority, request)
    },
    (kept) => isFresh(kept, now) && hostNames.every((name) => names(kept).has(name)),
  )
  return {
    certificate: new X509Certificate(authority.certPem),
    caFile: join(directory, 'ca.crt'),
    serverTls: { cert: server.certPem, key: server.keyPem, ca: authority.certPem },
    issueClientCertificate: async (name) => {
      const { issueEndCertificate } = await loadIssuing()
      const request = { commonName: name, days: LIFE_DAYS.client, now: clock.now(), use: 'client' as const }
      const issued = await issueEndCertificate(authority, request)
      const fingerprint = new X509Certificate(issued.certPem).fingerprint256.replaceAll(':', '').toLowerCase()
      return { ...issued, fingerprint }
    },
  }
}

async function keep(
  path: string,
  issue: () => Promise<KeyedCertificate>,
  isGood: (certPem: string) => boolean = () => true,
): Promise<KeyedCertificate> {
  const [certFile, keyFile] = [`${path}.crt`, `${path}.key`]
  const [certPem, keyPem] = await Promise.all([readIfThere(certFile), readIfThere(keyFile)])
  if (certPem && keyPem && isPair(certPem, keyPem) && isGood(certPem)) return { certPem, keyPem }
  const issued = await issue()
  // A crash between the two leaves a pair that does not match, and both are made anew.
  await writePrivately(keyFile, issued.keyPem, 'replace')
  await writePrivately(certFile, issued.certPem, 'replace')
  return issued
}

function isPair(certPem: string, keyPem: string): boolean {
  try {
    return new X509Certificate(certPem).checkPrivateKey(createPrivateKey(keyPem))
  } catch {
    return false
  }
}

function isFresh(certPem: string, now: Date): boolean {
  const endsAt = new Date(new X509Certificate(certPem).validTo)
  return endsAt.getTime() - now.getTime() > RENEW_BEFORE_DAYS * DAY_MS
}

function names(certPem: string): Set<string> {
  const listed = new X509Certificate(certPem).subjectAltName ?? ''
  return new Set(listed.split(', ').map((entry) => entry.replace(/^(DNS|IP Address):/, '')))
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
