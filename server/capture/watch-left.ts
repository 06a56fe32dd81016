import type { Logger } from 'pino'
import type { LiveAttempts } from './live-attempts.ts'

/** How often live attempts are held against their identifications, ms: whoever leaves keeps a place no longer. */
const WATCH_INTERVAL_MS = 2000

/** What the watch looks at and asks. */
export interface LeftWatch {
  live: Pick<LiveAttempts, 'identificationIds' | 'end'>
  /** Those of the identifications that were aborted or have expired, wherever that was decided. */
  findLeft(
    identificationIds: string[],
  ): Promise<{ identificationId: string; status: 'aborted' | 'expired' }[]>
  log: Pick<Logger, 'error'>
}

/** Ends the streams of attempts that were aborted or have expired, until it is stopped; gives how to stop. */
export function watchLeft(watch: LeftWatch): () => void {
  const timer = setInterval(() => {
    endLeft(watch).catch((err) => watch.log.error({ err }, 'Attempts that were left could not be looked up'))
  }, WATCH_INTERVAL_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** One look: ends what was left. */
export async function endLeft({ live, findLeft }: LeftWatch): Promise<void> {
  const filming = live.identificationIds()
  if (filming.length === 0) return
  for (const { identificationId, status } of await findLeft(filming)) await live.end(identificationId, status)
}
