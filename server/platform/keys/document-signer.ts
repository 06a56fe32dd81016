/** Who signs documents that leave the service. */
export interface DocumentSigner {
  /** Common name of its certificates. */
  name: string
  /** SHA-256 of the authority's certificate, lower-case hex: what readers compare. */
  authorityFingerprint: string
  /** A detached CMS signature over bytes, DER, with the signing certificate and its authority in it. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}
