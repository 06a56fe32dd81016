import type { DocumentSigner } from '../../../server/platform/keys/keys.ts'

/** A signer for tests that ask for no report: it says that it was asked. */
export const REFUSING_SIGNER: DocumentSigner = {
  name: 'Nobody',
  authorityFingerprint: '00'.repeat(32),
  sign: () => Promise.reject(new Error('No report is expected in this test')),
}
