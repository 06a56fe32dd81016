import { join } from 'node:path'
import { startAnalysts } from '../platform/analysts/threads.ts'
import { startMediaServer } from '../platform/media/webrtc/start-media-server.ts'
import { startMedia } from '../roles/start-media.ts'
import { readSettings } from '../settings.ts'
import { buildPlatform } from './build-platform.ts'
import type { RoleInput } from './role-input.ts'

/** One thread judges frames for all streams: 8 streams at 5 frames/s of 20 ms each fill 80 % of a core. */
const GUIDE_THREADS = 1

/** Takes the cameras in; gives what ends it. */
export async function runRole({ connection, mediaPort }: RoleInput): Promise<() => Promise<void>> {
  const settings = readSettings()
  const platform = await buildPlatform({ settings, connection, part: 'media' })
  const analysts = startAnalysts({ threads: GUIDE_THREADS, log: platform.log })
  const media = startMediaServer({
    maxStreams: settings.maxStreams,
    udpPortRange: settings.mediaUdpPorts ?? undefined,
    announcedAddresses: settings.mediaAddresses.length > 0 ? settings.mediaAddresses : undefined,
    log: platform.log,
  })
  const end = await startMedia({
    context: { ...platform, analysts },
    media,
    port: mediaPort,
    recordingFolder: join(settings.dataDirectory, 'recordings'),
  })
  return async () => {
    await end()
    await media.close()
    await analysts.close()
    await platform.close()
  }
}
