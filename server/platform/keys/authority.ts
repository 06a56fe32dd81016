import type { X509Certificate } from 'node:crypto'

/** A client certificate with its key, as a client is given it once. */
export interface ClientCertificate {
  certPem: string
  keyPem: string
  /** SHA-256 of the certificate's DER, lower-case hex. */
  fingerprint: string
}

/** Who issues our certificates. */
export interface Authority {
  /** The authority's own certificate: what clients trust and client certificates chain to. */
  certificate: X509Certificate
  caFile: string
  serverTls: { cert: string; key: string; ca: string }
  /** Issues a certificate for TLS client authentication. */
  issueClientCertificate(name: string): Promise<ClientCertificate>
  /** Issues a certificate for signing documents. */
  issueDocumentCertificate(name: string): Promise<{ certPem: string; keyPem: string }>
}
