import { expect, test } from 'vitest'
import { API_VERSIONS, NEWEST_API_VERSION } from '../../domain/api-version.ts'
import { writeWebhookBody } from './write-webhook-body.ts'

const TOLD = {
  configuration_id: 5,
  configuration_name: 'MyConfig',
  identification_id: '11111111-1111-1111-1111-111111111111',
}

test('writeWebhookBody() writes the keys of the API text in its order', () => {
  expect(writeWebhookBody({ ...TOLD, status: 'processed', return_reason: null }, NEWEST_API_VERSION)).toBe(
    '{"configuration":{"id":5,"name":"MyConfig"},"identification_id":"11111111-1111-1111-1111-111111111111","status":"processed"}',
  )
})

test('writeWebhookBody() ends with the reason of an abort', () => {
  expect(
    writeWebhookBody({ ...TOLD, status: 'aborted', return_reason: 'no_document' }, NEWEST_API_VERSION),
  ).toBe(
    '{"configuration":{"id":5,"name":"MyConfig"},"identification_id":"11111111-1111-1111-1111-111111111111","status":"aborted","return_reason":"no_document"}',
  )
})

test('writeWebhookBody() writes the same bytes in every version there is', () => {
  const bodies = API_VERSIONS.map((version) =>
    writeWebhookBody({ ...TOLD, status: 'processed', return_reason: null }, version),
  )
  expect(new Set(bodies).size).toBe(1)
})

test('writeWebhookBody() takes away what a version added, for the versions before it alone', () => {
  const told = { ...TOLD, status: 'processed', return_reason: null } as const
  const withoutStatus = { '2026-11-25': ({ status: _, ...rest }: Record<string, unknown>) => rest }
  const statusIn = (version: (typeof API_VERSIONS)[number]) =>
    JSON.parse(writeWebhookBody(told, version, withoutStatus)).status
  expect(statusIn('2026-11-25')).toBe('processed')
  expect(statusIn('2022-12-07')).toBeUndefined()
})
