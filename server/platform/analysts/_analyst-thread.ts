import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { analyzeScene } from '../../../analysis/analyze-scene.ts'
import { createEngine, type Engine } from '../../../analysis/engine.ts'
import { guideFrame } from '../../../analysis/guide-frame.ts'
import { readLight } from '../../../analysis/liveness/read-light.ts'
import { Problem } from '../../../domain/problem.ts'
import { ownedBuffers } from './_owned-buffers.ts'
import type { ThreadAnswer, ThreadData, ThreadRequest } from './_thread-message.ts'
import { warmUp } from './_warm-up.ts'
import { loadModels } from './load-models.ts'

/** Loads the models and warms up, then answers requests until it is told to close. */
async function serve(port: MessagePort): Promise<void> {
  const data = workerData as ThreadData
  const engine = await createEngine(await loadModels(data.faceModel), data)
  await warmUp(engine)
  const answer = (message: ThreadAnswer) => {
    const images = message.kind === 'analysis' ? [message.analysis.crop, message.analysis.portrait] : []
    port.postMessage(message, ownedBuffers(images))
  }
  port.on('message', async (request: ThreadRequest) => {
    if (request.kind !== 'close') return answer(await work(engine, request).catch(describeFailure))
    await engine.close()
    port.close()
  })
  answer({ kind: 'ready' })
}

async function work(
  engine: Engine,
  request: Exclude<ThreadRequest, { kind: 'close' }>,
): Promise<ThreadAnswer> {
  if (request.kind === 'guide') {
    return { kind: 'guidance', guidance: await guideFrame(engine, request.frame, request.request) }
  }
  if (request.kind === 'read-light') {
    return { kind: 'light', light: readLight(request.asked, request.signals) }
  }
  return { kind: 'analysis', analysis: await analyzeScene(engine, request.scene) }
}

function describeFailure(error: unknown): ThreadAnswer {
  const message = error instanceof Error ? error.message : String(error)
  const problem = error instanceof Problem ? { code: error.code, faults: error.faults } : null
  return { kind: 'failure', message, problem }
}

if (parentPort === null) throw new Error('Cannot run outside a worker thread')
await serve(parentPort)
