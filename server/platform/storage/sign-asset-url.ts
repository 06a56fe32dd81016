import type { Clock } from '../clock/clock.ts'
import { encodePath, encodeQuery, queryToSign, signQuery } from './_signature-v4.ts'
import type { AssetUrlSigner } from './storage.ts'

/** How long a URL works, seconds (API text: X-Amz-Expires=3600). */
export const ASSET_URL_SECONDS = 3600
/** Where the web listener serves assets. */
export const ASSET_PATH = '/storage/'

/** Signs asset URLs under a base URL with a secret. */
export function createAssetUrlSigner(options: {
  baseUrl: string
  secret: string
  clock: Clock
}): AssetUrlSigner {
  const { host } = new URL(options.baseUrl)
  return {
    sign({ key, contentType }) {
      const path = encodePath(ASSET_PATH + key)
      const now = options.clock.now()
      const parameters = queryToSign({ contentType, expiresSeconds: ASSET_URL_SECONDS, now })
      const signature = signQuery(options.secret, { host, path, parameters })
      return `${options.baseUrl}${path}?${encodeQuery(parameters)}&X-Amz-Signature=${signature}`
    },
  }
}
