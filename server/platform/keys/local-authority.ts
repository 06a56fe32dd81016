import { X509Certificate } from 'node:crypto'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../clock/clock.ts'
import { isFresh, keepCertificate } from './_keep-certificate.ts'
import type { Authority } from './authority.ts'

/** Life of the local authority, of the server's, of clients' and of document signers' certificates, days. */
const LIFE_DAYS = { authority: 3650, server: 397, client: 730, documents: 397 }
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
  const authority = await keepCertificate(join(directory, 'ca'), async () => {
    const { issueAuthority } = await loadIssuing()
    return issueAuthority({ commonName: 'Vidimus local authority', days: LIFE_DAYS.authority, now })
  })
  const server = await keepCertificate(
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
    issueDocumentCertificate: async (name) => {
      const { issueEndCertificate } = await loadIssuing()
      const request = { commonName: name, days: LIFE_DAYS.documents, now: clock.now() }
      return issueEndCertificate(authority, { ...request, use: 'documents' })
    },
  }
}

function names(certPem: string): Set<string> {
  const listed = new X509Certificate(certPem).subjectAltName ?? ''
  return new Set(listed.split(', ').map((entry) => entry.replace(/^(DNS|IP Address):/, '')))
}
