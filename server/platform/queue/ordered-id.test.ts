import { expect, test } from 'vitest'
import { orderedId } from './_ordered-id.ts'

test('ids rise within a millisecond, over its counter, and when the clock goes back', () => {
  const nowMs = Date.now() + 60_000
  const ids = Array.from({ length: 10_000 }, (_, index) => orderedId(nowMs - (index % 2)))
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
})

test('an id is a UUID of version 7 and tells its millisecond', () => {
  const id = orderedId(Date.UTC(2100, 0, 1))
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2100, 0, 1))
})
