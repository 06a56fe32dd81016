import { describe, expect, test } from 'vitest'
import { buildReturnUrl } from './redirect-url.ts'

const BACK = { identificationId: 'id', status: 'processing', returnReason: null, errorType: null } as const

describe('buildReturnUrl()', () => {
  test('adds the identification and its status', () => {
    expect(buildReturnUrl('https://example.com/back', BACK)).toBe(
      'https://example.com/back?identification_id=id&status=processing',
    )
  })

  test('keeps the parameters and the fragment of the client', () => {
    expect(buildReturnUrl('https://example.com/?titi=toto#end', BACK)).toBe(
      'https://example.com/?titi=toto&identification_id=id&status=processing#end',
    )
  })

  test('says why the applicant left', () => {
    const left = { ...BACK, status: 'aborted', returnReason: 'error', errorType: 'device-not-found' } as const
    expect(buildReturnUrl('https://example.com/', left)).toBe(
      'https://example.com/?identification_id=id&status=aborted&return_reason=error&error_type=device-not-found',
    )
  })
})
