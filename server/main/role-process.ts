import { join } from 'node:path'
import { startAnalysts } from '../platform/analysts/threads.ts'
import type { DatabaseConnection } from '../platform/database/database.ts'
import { startMediaServer } from '../platform/media/webrtc/start-media-server.ts'
import { reportReady } from '../platform/processes/child-role.ts'
import { startMedia } from '../roles/start-media.ts'
import { startWorker } from '../roles/start-worker.ts'
import { readSettings, type Settings } from '../settings.ts'
import { type BuiltPlatform, buildPlatform } from './build-platform.ts'

/** What the parent hands to a role's process; the settings it reads itself. */
export interface RoleInput {
  role: 'media' | 'worker'
  connection: DatabaseConnection
  /** Port on loopback at which the media process answers. */
  mediaPort: number
}

/** One thread judges frames for all streams: 8 streams at 5 frames/s of 20 ms each fill 80 % of a core. */
const GUIDE_THREADS = 1

type End = () => Promise<void>

async function run(input: RoleInput): Promise<void> {
  const settings = readSettings()
  const platform = await buildPlatform({ settings, connection: input.connection, part: input.role })
  const end = await (input.role === 'media'
    ? runMedia(input, settings, platform)
    : runWorker(settings, platform))
  reportReady(end)
}

async function runMedia(input: RoleInput, settings: Settings, platform: BuiltPlatform): Promise<End> {
  const analysts = await startAnalysts({ threads: GUIDE_THREADS, log: platform.log })
  const media = startMediaServer({
    maxStreams: settings.maxStreams,
    udpPortRange: settings.mediaUdpPorts ?? undefined,
    announcedAddresses: settings.mediaAddresses.length > 0 ? settings.mediaAddresses : undefined,
    log: platform.log,
  })
  const end = await startMedia({
    context: { ...platform, analysts },
    media,
    port: input.mediaPort,
    recordingFolder: join(settings.dataDirectory, 'recordings'),
  })
  return async () => {
    await end()
    await media.close()
    await analysts.close()
    await platform.close()
  }
}

async function runWorker(settings: Settings, platform: BuiltPlatform): Promise<End> {
  const analysts = await startAnalysts({ threads: settings.analysisThreads, log: platform.log })
  await startWorker({ ...platform, analysts })
  return async () => {
    // Jobs in flight end first: they need the analysts.
    await platform.close()
    await analysts.close()
  }
}

await run(JSON.parse(process.argv[2]))
