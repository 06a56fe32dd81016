import { describe, expect, test } from 'vitest'
import {
  ALLOWED_CHANGES,
  canChange,
  type IdentificationStatus,
  isOpen,
  statusesBetween,
} from './identification.ts'

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

describe('statusesBetween()', () => {
  test('walks every status on the way', () => {
    expect(statusesBetween('uninitiated', 'processed')).toEqual(['initiated', 'processing', 'processed'])
    expect(statusesBetween('uninitiated', 'aborted')).toEqual(['aborted'])
    expect(statusesBetween('processing', 'processed')).toEqual(['processed'])
  })

  test('leads to expired from open identifications alone', () => {
    expect(STATUSES.filter((status) => statusesBetween(status, 'expired'))).toEqual([
      'uninitiated',
      'initiated',
    ])
  })

  test('leads nowhere from an end, nor to where it is', () => {
    for (const from of ['processed', 'aborted', 'expired'] as const) {
      expect(STATUSES.filter((to) => statusesBetween(from, to))).toEqual([])
    }
    expect(STATUSES.filter((status) => statusesBetween(status, status))).toEqual([])
  })
})
