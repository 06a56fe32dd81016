import { expect, test } from 'vitest'
import { parseLiveMessage } from './parse-live-message.ts'

test('a line of the live channel becomes its message', () => {
  expect(parseLiveMessage('{"type":"captured","scene":"face"}')).toEqual({ type: 'captured', scene: 'face' })
})

test('heartbeats, unknown kinds and broken lines are passed over', () => {
  for (const line of ['', '   ', '{"type":"later"}', '{"type":', '12', 'null', '[]']) {
    expect(parseLiveMessage(line)).toBeNull()
  }
})
