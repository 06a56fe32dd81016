import { expect, test } from 'vitest'
import { reconcileNumber } from './reconcile-number.ts'

test('reconcileNumber() gives a number the zeros and ones of its zone that were read as letters, and nothing else', () => {
  expect(reconcileNumber('CAO00OI0', 'CA000010')).toBe('CA000010')
  expect([reconcileNumber('CA00001B', 'CA000018'), reconcileNumber('CA0', null)]).toEqual(['CA00001B', 'CA0'])
})
