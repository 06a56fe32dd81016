import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { dirname, extname, join, normalize } from 'node:path'

const PROJECT = dirname(import.meta.dirname)
const FOLDER = join(PROJECT, 'build', 'capture-gallery')
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** A gallery that is being served. */
export interface Gallery {
  url: string
  close(): void
}

/** Builds the gallery of the capture app's screens and serves it on loopback, under the pages' own policy. */
export async function openGallery(): Promise<Gallery> {
  const { build } = await import('vite')
  const configFile = join(PROJECT, 'capture-app', 'vite.config.ts')
  await build({ configFile, mode: 'gallery', logLevel: 'error' })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://gallery')
    const file = pathname === '/' ? 'index.html' : normalize(pathname)
    const headers = {
      'Content-Type': TYPES[extname(file)] ?? 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'",
    }
    createReadStream(join(FOLDER, file))
      .on('open', () => response.writeHead(200, headers))
      .on('error', () => response.writeHead(404).end())
      .pipe(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${portOf(server)}/`, close: () => closeNow(server) }
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The gallery has no port')
  return address.port
}

function closeNow(server: Server): void {
  server.closeAllConnections()
  server.close()
}
