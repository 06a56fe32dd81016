import pino from 'pino'
import { startQueue } from './pg-boss.ts'

/** A process for the test of a killed worker: takes one job, says so, and never finishes it. */
const connection = JSON.parse(process.argv[2])
const queue = await startQueue({ connection, role: 'work', log: pino({ level: 'silent' }) })
await queue.work('analyze-scene', async ({ sceneId }) => {
  process.send?.(sceneId)
  await new Promise(() => setInterval(() => {}, 60_000))
})
