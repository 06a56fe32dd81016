import { setTimeout as wait } from 'node:timers/promises'
import { receiveInput, reportReady } from './child-role.ts'

/** A child for the tests: writes its pid to a file, gets ready after a while, and notes that it was stopped. */
const { pidFile, readyAfterMs } = await receiveInput<{ pidFile: string; readyAfterMs: number }>()
const { appendFile } = await import('node:fs/promises')
await appendFile(pidFile, `${process.pid}\n`)
// Keeps the process alive, as a server does.
setInterval(() => {}, 60_000)
await wait(readyAfterMs)
reportReady(async () => {
  await appendFile(pidFile, 'stopped\n')
})
