import { join } from 'node:path'
import type { Clock } from '../clock/clock.ts'
import type { KeyedCertificate } from './_issue-certificate.ts'
import { isFresh, keepCertificate } from './_keep-certificate.ts'
import type { Authority } from './authority.ts'
import type { DocumentSigner } from './keys.ts'

/** Common name of the certificates that sign documents. */
const SIGNER_NAME = 'Vidimus reports'
/** Loaded at the first signature: it takes a tenth of a second. */
const loadSigning = () => import('./_sign-detached.ts')

/**
 * Signs with a key kept in a folder (mode 600) under a certificate of the local authority; both are made anew
 * when the certificate nears its end, also while the service runs.
 */
export function openDocumentSigner(
  directory: string,
  { authority, clock }: { authority: Authority; clock: Clock },
): DocumentSigner {
  let kept: Promise<KeyedCertificate> | null = null
  const open = () => {
    kept = keepCertificate(
      join(directory, 'documents'),
      () => authority.issueDocumentCertificate(SIGNER_NAME),
      (certPem) => isFresh(certPem, clock.now()),
    )
    return kept
  }
  return {
    name: SIGNER_NAME,
    authorityFingerprint: authority.certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    async sign(bytes) {
      const known = await (kept ?? open())
      const signer = isFresh(known.certPem, clock.now()) ? known : await open()
      const { signDetached } = await loadSigning()
      return signDetached(bytes, { signer, authorityPem: authority.certificate.toString() })
    },
  }
}
