import { parentPort } from 'node:worker_threads'
import { renderReport } from './render-report.ts'
import type { ReportContent } from './report-content.ts'

/** What became of a report that the thread was given: its bytes, or why there are none. */
export type RenderAnswer = { bytes: Uint8Array } | { failure: string }

parentPort?.on('message', async (content: ReportContent) => {
  parentPort?.postMessage(await answer(content))
})

async function answer(content: ReportContent): Promise<RenderAnswer> {
  try {
    // A copy of its own: what a thread gives away must not be part of a pool.
    return { bytes: Uint8Array.from(await renderReport(content)) }
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
