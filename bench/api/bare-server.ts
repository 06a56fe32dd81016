import { readFileSync } from 'node:fs'
import https from 'node:https'
import type { AddressInfo } from 'node:net'

/** What a bare server is told: the TLS files and the bytes that it answers. */
interface BareRequest {
  certFile: string
  keyFile: string
  status: number
  headers: Record<string, string>
  body: string
}

/** A process for the bench: answers every request with the same bytes, over TLS that asks for certificates. */
process.on('message', ({ certFile, keyFile, status, headers, body }: BareRequest) => {
  const bytes = Buffer.from(body)
  const tls = { cert: readFileSync(certFile), key: readFileSync(keyFile) }
  const server = https.createServer(
    { ...tls, requestCert: true, rejectUnauthorized: false },
    (request, response) => {
      request.resume()
      request.on('end', () => response.writeHead(status, headers).end(bytes))
    },
  )
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
})
process.on('disconnect', () => process.exit(0))
