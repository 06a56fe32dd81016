import { expect, test } from 'vitest'
import { makeReportContent } from '../../test/fakes/reports/report-content.ts'
import { RenderQueue } from './_render-queue.ts'

const THREAD = new URL('../../test/fakes/reports/hanging-thread.ts', import.meta.url)
const signedBy = (name: string) => makeReportContent({ signer: { name, authorityFingerprint: '' } })
const never = new Promise(() => {})

test('A report that hangs is given up, and a new thread renders the next', async () => {
  const tooLong = Promise.withResolvers<void>()
  const limits = [never, tooLong.promise, never]
  const queue = new RenderQueue({ entry: THREAD, limit: async () => limits.shift() })
  const [before] = await queue.render(signedBy('any'))
  const hanging = expect(queue.render(signedBy('hang'))).rejects.toMatchObject({ code: 'unavailable' })
  const waiting = queue.render(signedBy('any'))
  tooLong.resolve()
  await hanging
  const [after] = await waiting
  expect(after).toBeGreaterThan(before)
})

test('A thread that ends fails its report alone', async () => {
  const queue = new RenderQueue({ entry: THREAD, limit: () => never })
  const ended = expect(queue.render(signedBy('end'))).rejects.toThrow('ended')
  const waiting = queue.render(signedBy('any'))
  await ended
  expect(await waiting).toHaveLength(1)
})

test('Reports share a thread', async () => {
  const queue = new RenderQueue({ entry: THREAD, limit: () => never })
  const [one, other] = await Promise.all([queue.render(signedBy('any')), queue.render(signedBy('any'))])
  expect(one).toEqual(other)
})
