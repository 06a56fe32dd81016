import { fileURLToPath } from 'node:url'
import type { TlsIdentity } from '../http/create-listener.ts'
import { createWebListener } from '../http/web-listener.ts'
import { abort } from '../journey/abort.ts'
import { finish } from '../journey/finish.ts'
import type { JourneyContext } from '../journey/journey-context.ts'
import { noteDownload } from '../journey/reads/note-download.ts'
import { resume } from '../journey/resume.ts'
import { type ShownAsset, showAsset } from '../journey/show-asset.ts'
import { start } from '../journey/start.ts'
import { welcome } from '../journey/welcome.ts'
import type { GrantedAsset } from '../platform/storage/storage.ts'
import { type ApiSettings, buildApi } from './_build-api.ts'

const CAPTURE_APP = fileURLToPath(new URL('../../build/capture-app/', import.meta.url))
/** The iframe integration shows the pages inside clients' own (API text, "Iframe integration"). */
const FRAME_ANCESTORS = ['*']

/** Serves the applicant's pages and the assets; gives what ends it. */
export async function startWeb(
  options: ApiSettings & {
    context: JourneyContext
    /** Null: plain HTTP, for loopback alone. */
    tls: TlsIdentity | null
    listen: { host: string; port: number }
    /** Port of the media process on loopback. */
    mediaPort: number
    /** Left out: any number. */
    captureRequestsPerMinute?: number
    verifyAssetUrl(address: { path: string; query: string }): GrantedAsset
  },
): Promise<() => Promise<void>> {
  const { context, tls, listen, mediaPort, trustedProxies, verifyAssetUrl } = options
  const app = createWebListener({
    host: listen.host,
    tls,
    log: context.log,
    captureAppFolder: CAPTURE_APP,
    frameAncestors: FRAME_ANCESTORS,
    capture: {
      welcome: (id) => welcome(context, id),
      startAttempt: (visit) => start(context, visit),
      resumeAttempt: (id, token) => resume(context, id, token),
      finishAttempt: (id, token) => finish(context, id, token),
      abortAttempt: (id, request) => abort(context, id, request),
    },
    api: buildApi(context, options),
    assets: { showAsset: (key, requestId) => showNoted(context, key, requestId), verifyAssetUrl },
    changesPerMinute: { address: options.captureRequestsPerMinute, now: () => context.clock.now() },
    trustedProxies,
    mediaUrl: `http://127.0.0.1:${mediaPort}`,
  })
  await app.listen(listen)
  return () => app.close()
}

async function showNoted(context: JourneyContext, key: string, requestId: string): Promise<ShownAsset> {
  const asset = await showAsset(context, key)
  noteDownload(context, key, requestId)
  return asset
}
