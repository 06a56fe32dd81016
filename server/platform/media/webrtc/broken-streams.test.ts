import { pino } from 'pino'
import { afterEach, expect, test, vi } from 'vitest'
import { startMediaServer } from './start-media-server.ts'

vi.mock('./webrtc-stream.ts', () => {
  throw new Error('A package is broken')
})

afterEach(() => vi.useRealTimers())

test('What streams need and cannot be loaded is told in the log before anybody publishes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const lines: string[] = []
  const media = startMediaServer({ maxStreams: 1, log: pino({}, { write: (line) => lines.push(line) }) })
  vi.runOnlyPendingTimers()
  vi.useRealTimers()
  await vi.waitFor(() => expect(lines.join('')).toContain('Streams cannot be taken in'))
  expect(JSON.parse(lines[0])).toMatchObject({ level: pino.levels.values.error })
  await media.close()
})
