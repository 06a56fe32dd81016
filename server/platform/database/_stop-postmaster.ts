import { setTimeout as wait } from 'node:timers/promises'
import { findPostmaster } from './_postmaster.ts'

/**
 * Signals in order of force, with how long each may take: fast (sessions end, a checkpoint is written),
 * immediate (recovers at the next start), kill.
 */
const STEPS: readonly { signal: NodeJS.Signals; waitMs: number }[] = [
  { signal: 'SIGINT', waitMs: 15_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
  { signal: 'SIGKILL', waitMs: 2_000 },
]
/** How often it is looked whether the server is gone. */
const ASK_INTERVAL_MS = 10

/** Stops the server of a cluster, if one runs, and waits until it is gone. */
export async function stopPostmaster(clusterDirectory: string): Promise<void> {
  for (const { signal, waitMs } of STEPS) {
    const found = await findPostmaster(clusterDirectory)
    if (found === null) return
    try {
      process.kill(found.pid, signal)
    } catch {
      return
    }
    if (await isGoneWithin(clusterDirectory, waitMs)) return
  }
}

async function isGoneWithin(clusterDirectory: string, waitMs: number): Promise<boolean> {
  const deadline = performance.now() + waitMs
  while (performance.now() < deadline) {
    if ((await findPostmaster(clusterDirectory)) === null) return true
    await wait(ASK_INTERVAL_MS)
  }
  return false
}
