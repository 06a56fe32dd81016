import { expect, test } from 'vitest'
import { ApiFailure } from './api-failure.ts'
import { type LiveEvent, readLive } from './read-live.ts'

type Answer = string | ApiFailure

/** A live channel that gives the answers in turn; a text is sent and then the channel breaks. */
function channel(...answers: Answer[]) {
  const left = [...answers]
  const live = async () => {
    const next = left.shift()
    if (next === undefined) throw new ApiFailure('link-closed', 'Nothing more')
    if (next instanceof ApiFailure) throw next
    return new Response(next).body as ReadableStream<Uint8Array>
  }
  return { api: { live }, token: 'token', signal: new AbortController().signal }
}

async function readAll(events: AsyncGenerator<LiveEvent>): Promise<{ types: string[]; end: string }> {
  const types: string[] = []
  try {
    for await (const event of events)
      types.push(event.type === 'opened' ? `opened ${event.time}` : event.type)
    return { types, end: 'ended' }
  } catch (fault) {
    return { types, end: fault instanceof ApiFailure ? fault.kind : String(fault) }
  }
}

test('a channel that breaks is opened again, which is told', async () => {
  const hint = '{"type":"hint","scene":"face","hint":"good","progress":0.5,"frameTime":1}\n'
  const { types, end } = await readAll(readLive(channel(hint, '\n{"type":"captured","scene":"face"}\n')))
  expect(types).toEqual(['opened first', 'hint', 'opened again', 'captured'])
  expect(end).toBe('link-closed')
})

test('an answer of the server ends the reading, a missing answer does not at once', async () => {
  const lost = new ApiFailure('unreachable', 'No answer')
  const refused = new ApiFailure('not-recognized', 'Wrong token')
  expect(await readAll(readLive(channel(lost, refused)))).toEqual({ types: [], end: 'not-recognized' })
})

test('an aborted reading ends without an error', async () => {
  const source = channel('\n')
  const stop = new AbortController()
  const events = readLive({ ...source, signal: stop.signal })
  expect((await events.next()).value).toEqual({ type: 'opened', time: 'first' })
  stop.abort()
  expect((await events.next()).done).toBe(true)
})
