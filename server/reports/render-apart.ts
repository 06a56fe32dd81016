import { setTimeout as wait } from 'node:timers/promises'
import { RenderQueue } from './_render-queue.ts'
import type { ReportContent } from './report-content.ts'

/** Time for one report: a hundred times what it takes, and the start of the thread on a busy machine. */
const RENDER_LIMIT_MS = 10_000

const queue = new RenderQueue({
  entry: new URL('./_render-thread.ts', import.meta.url),
  limit: (signal) => wait(RENDER_LIMIT_MS, null, { signal, ref: false }),
})

/**
 * Renders a report in a thread of its own, one after the other, so that typesetting (0.1 s, the first time with its
 * fonts a second) never holds up other requests. Throws `Problem('unavailable')` when too many wait already, or when it
 * takes too long.
 */
export function renderApart(content: ReportContent): Promise<Uint8Array> {
  return queue.render(content)
}
