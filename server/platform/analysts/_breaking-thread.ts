import { parentPort } from 'node:worker_threads'
import type { Guidance } from '../../../domain/guidance.ts'
import type { ThreadAnswer, ThreadRequest } from './_thread-message.ts'

/** Stands in for an analysis thread in tests: calls every frame good, and breaks down over one 13 pixels wide. */
const UNLUCKY_WIDTH = 13

const GOOD: Guidance = {
  hint: 'good',
  worth: 1,
  quality: { sharpness: 100, luma: 120, glareShare: 0 },
  quad: null,
  pose: null,
}

const port = parentPort
if (port === null) throw new Error('Cannot run outside a worker thread')
const answer = (message: ThreadAnswer) => port.postMessage(message)
port.on('message', (request: ThreadRequest) => {
  if (request.kind === 'close') return port.close()
  if (request.kind === 'guide' && request.frame.width === UNLUCKY_WIDTH) throw new Error('Broken on purpose')
  answer({ kind: 'guidance', guidance: GOOD })
})
answer({ kind: 'ready' })
