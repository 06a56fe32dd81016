import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Hint } from '../../domain/hint.ts'
import { steadyHints } from './steady-hint.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function watch() {
  const shown: Hint[] = []
  return { shown, hints: steadyHints((hint) => shown.push(hint)) }
}

test('the first hint shows at once, and a change after a while too', () => {
  const { shown, hints } = watch()
  hints.take('no-document')
  expect(shown).toEqual(['no-document'])
  vi.advanceTimersByTime(800)
  hints.take('too-far')
  expect(shown).toEqual(['no-document', 'too-far'])
})

test('hints that flicker are shown one readable time each, the newest winning', () => {
  const { shown, hints } = watch()
  hints.take('blurry')
  for (const hint of ['good', 'blurry', 'good', 'glare'] as const) {
    vi.advanceTimersByTime(100)
    hints.take(hint)
  }
  expect(shown).toEqual(['blurry'])
  vi.advanceTimersByTime(300)
  expect(shown).toEqual(['blurry', 'glare'])
})

test('a flicker back to what shows changes nothing', () => {
  const { shown, hints } = watch()
  hints.take('good')
  hints.take('blurry')
  hints.take('good')
  vi.advanceTimersByTime(2000)
  expect(shown).toEqual(['good'])
})

test('a stopped one shows nothing more', () => {
  const { shown, hints } = watch()
  hints.take('good')
  hints.take('blurry')
  hints.stop()
  vi.advanceTimersByTime(2000)
  expect(shown).toEqual(['good'])
})
