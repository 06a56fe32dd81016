import type { X509Certificate } from 'node:crypto'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

/** Extended key usage of certificates made for clients: id-kp-clientAuth (RFC 5280 §4.2.1.12). */
const CLIENT_AUTH_OID = '1.3.6.1.5.5.7.3.2'

/** What a connection's certificate says; it stays the same as long as the connection. */
interface PeerCertificate {
  fingerprint: string
  validFromMs: number
  validToMs: number
  isForClients: boolean
}

const peerCertificates = new WeakMap<Socket, PeerCertificate | null>()

/**
 * SHA-256 fingerprint (hex) of the client certificate behind a request, or null when there is none, it is out
 * of its dates or it was not made for clients. Asked for each request: a certificate ends while its connection
 * stays open. The handshake, resumed ones included, proves that the client holds the key; the socket's
 * `authorized` is not believed, and who the certificate belongs to is told by the fingerprint alone.
 */
export function readCertificateFingerprint(socket: Socket, now: Date): string | null {
  const certificate = readOnce(socket)
  if (!certificate?.isForClients) return null
  const isInDates = certificate.validFromMs <= now.getTime() && now.getTime() <= certificate.validToMs
  return isInDates ? certificate.fingerprint : null
}

function readOnce(socket: Socket): PeerCertificate | null {
  const known = peerCertificates.get(socket)
  if (known !== undefined) return known
  const shown = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined
  const certificate = shown ? describe(shown) : null
  peerCertificates.set(socket, certificate)
  return certificate
}

function describe(certificate: X509Certificate): PeerCertificate {
  return {
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    validFromMs: certificate.validFromDate.getTime(),
    validToMs: certificate.validToDate.getTime(),
    isForClients: certificate.keyUsage?.includes(CLIENT_AUTH_OID) ?? false,
  }
}
