import { parentPort } from 'node:worker_threads'
import { renderReport } from './render-report.ts'
import type { ReportContent } from './report-content.ts'

/** A report to render. */
export interface RenderRequest {
  id: number
  content: ReportContent
}

/** What became of it: its bytes, or why there are none. */
export type RenderAnswer = { id: number; bytes: Uint8Array } | { id: number; failure: string }

parentPort?.on('message', async ({ id, content }: RenderRequest) => {
  parentPort?.postMessage(await answer(id, content))
})

async function answer(id: number, content: ReportContent): Promise<RenderAnswer> {
  try {
    // A copy of its own: what a thread gives away must not be part of a pool.
    return { id, bytes: Uint8Array.from(await renderReport(content)) }
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
