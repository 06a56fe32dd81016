import { startAnalysts } from '../platform/analysts/threads.ts'
import { startWorker } from '../roles/start-worker.ts'
import { readSettings } from '../settings.ts'
import { buildPlatform } from './build-platform.ts'
import type { RoleInput } from './role-input.ts'

/** Works the jobs; gives what ends it. */
export async function runRole({ connection }: RoleInput): Promise<() => Promise<void>> {
  const settings = readSettings()
  const platform = await buildPlatform({ settings, connection, part: 'worker' })
  const analysts = startAnalysts({
    threads: settings.analysisThreads,
    log: platform.log,
    certificates: settings.documentCertificates,
    faceModel: settings.faceModel,
  })
  await startWorker({ ...platform, analysts })
  return async () => {
    // Jobs in flight end first: they need the analysts.
    await platform.close()
    await analysts.close()
  }
}
