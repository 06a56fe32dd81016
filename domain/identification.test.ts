import { describe, expect, test } from 'vitest'
import { ALLOWED_CHANGES, canChange, type IdentificationStatus, isOpen } from './identification.ts'

const STATUSES = Object.keys(ALLOWED_CHANGES) as IdentificationStatus[]

describe('canChange()', () => {
  test('lets only open identifications be aborted', () => {
    expect(STATUSES.filter((status) => canChange(status, 'aborted'))).toEqual(['uninitiated', 'initiated'])
  })

  test('lets an identification be processed only after it was processing', () => {
    expect(STATUSES.filter((status) => canChange(status, 'processed'))).toEqual(['processing'])
  })

  test('leads nowhere from an end and never back to the start', () => {
    for (const end of ['processed', 'aborted', 'expired'] as const) expect(ALLOWED_CHANGES[end]).toEqual([])
    expect(STATUSES.filter((status) => canChange(status, 'uninitiated'))).toEqual([])
  })
})

test('isOpen() holds while the link is usable', () => {
  expect(STATUSES.filter(isOpen)).toEqual(['uninitiated', 'initiated'])
})
