import pino from 'pino'
import { expect, test, vi } from 'vitest'
import { Ends } from './ends.ts'

const log = pino({ level: 'silent' })

test('What was started last ends first, and once, whoever asks', async () => {
  const ends = new Ends(log)
  const ended: string[] = []
  for (const name of ['data', 'roles', 'door']) ends.add(async () => void ended.push(name))
  await Promise.all([ends.end(), ends.end()])
  expect(ended).toEqual(['door', 'roles', 'data'])
})

test('Whoever asks second waits for what still ends', async () => {
  const ends = new Ends(log)
  const { promise, resolve } = Promise.withResolvers<void>()
  const asked = vi.fn()
  ends.add(() => promise)
  const first = ends.end()
  const second = ends.end().then(asked)
  expect(ends.ending.aborted).toBe(true)
  await Promise.resolve()
  expect(asked).not.toHaveBeenCalled()
  resolve()
  await Promise.all([first, second])
  expect(asked).toHaveBeenCalledOnce()
})

test('What comes while the rest ends, and what follows a part that fails, is ended too', async () => {
  const ends = new Ends(log)
  const late = vi.fn(async () => undefined)
  const rest = vi.fn(async () => undefined)
  ends.add(rest)
  ends.add(async () => {
    ends.add(late)
    throw new Error('It does not end')
  })
  await ends.end()
  expect(late).toHaveBeenCalledOnce()
  expect(rest).toHaveBeenCalledOnce()
})
