import { expect, test } from 'vitest'
import { writeWebhookBody } from './write-webhook-body.ts'

const TOLD = {
  configuration_id: 5,
  configuration_name: 'MyConfig',
  identification_id: '11111111-1111-1111-1111-111111111111',
}

test('writeWebhookBody() writes the keys of the API text in its order', () => {
  expect(writeWebhookBody({ ...TOLD, status: 'processed', return_reason: null })).toBe(
    '{"configuration":{"id":5,"name":"MyConfig"},"identification_id":"11111111-1111-1111-1111-111111111111","status":"processed"}',
  )
})

test('writeWebhookBody() ends with the reason of an abort', () => {
  expect(writeWebhookBody({ ...TOLD, status: 'aborted', return_reason: 'no_document' })).toBe(
    '{"configuration":{"id":5,"name":"MyConfig"},"identification_id":"11111111-1111-1111-1111-111111111111","status":"aborted","return_reason":"no_document"}',
  )
})
