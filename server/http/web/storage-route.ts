import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { ShownAsset } from '../../journey/show-asset.ts'
import { readByteRange } from './_byte-range.ts'

/** Seconds a browser may keep an asset: long enough for a page that is looked at twice. */
const MAX_CACHE_S = 300

/** Where assets are, and who may have them. */
export interface AssetSource {
  /** Throws `Problem('gone')`. */
  showAsset(key: string, requestId: string): Promise<ShownAsset>
  /** The asset that a signed address (path and query as received) leads to. Throws `Problem('forbidden')`. */
  verifyAssetUrl(address: { path: string; query: string }): { key: string; contentType: string }
}

/** `GET /storage/…`: an asset's bytes for whoever holds its signed, time-limited address. */
export function addStorageRoute(app: FastifyInstance, { showAsset, verifyAssetUrl }: AssetSource): void {
  app.get('/storage/*', async (request, reply) => {
    const [path, query = ''] = splitOnce(request.url, '?')
    const { key, contentType } = verifyAssetUrl({ path, query })
    const asset = await showAsset(key, request.id)
    const { sizeBytes } = asset
    const range = readByteRange(request.headers.range, sizeBytes)
    const span = range ?? { start: 0, end: sizeBytes }
    const bytes = await asset.read(span)
    reply.headers({
      'content-type': contentType,
      'content-disposition': `inline; filename="${fileNameOf(key)}"`,
      'cache-control': `private, max-age=${MAX_CACHE_S}`,
      // Clients show the pictures on pages of their own.
      'cross-origin-resource-policy': 'cross-origin',
      'accept-ranges': 'bytes',
    })
    reply.header('content-length', span.end - span.start)
    if (range) {
      reply.code(206).header('content-range', `bytes ${span.start}-${span.end - 1}/${sizeBytes}`)
    }
    return bytes instanceof Uint8Array ? asBuffer(bytes) : Readable.from(bytes)
  })
}

function splitOnce(text: string, separator: string): string[] {
  const index = text.indexOf(separator)
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}

function fileNameOf(key: string): string {
  return basename(key).replaceAll(/[^\w.-]/g, '_')
}

/** The same bytes in the type that the framework sends as they are. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
