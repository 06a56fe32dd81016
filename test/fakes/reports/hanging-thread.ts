import { parentPort, threadId } from 'node:worker_threads'
import type { ReportContent } from '../../../server/reports/report-content.ts'

/** Hangs for good at a report whose signer is called so, ends itself at another; answers others with its number. */
parentPort?.on('message', ({ signer }: ReportContent) => {
  while (signer.name === 'hang') {}
  if (signer.name === 'end') process.exit(1)
  parentPort?.postMessage({ bytes: Uint8Array.of(threadId) })
})
