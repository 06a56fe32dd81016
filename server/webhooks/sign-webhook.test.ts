import { expect, test } from 'vitest'
import { signWebhook } from './sign-webhook.ts'

const NOW = new Date('2017-04-14T13:22:57.999Z')

// Values of Python's hmac.new(secret, f'{ts}.{body}', sha256), as the API text's example computes them.
test.each([
  [
    'whsec',
    '{"configuration":{"id":5,"name":"MyConfig"},"identification_id":"11111111-1111-1111-1111-111111111111","status":"processed"}',
    'e61dbb773d9be947518a327fee5ce0c944af9636f662606db44aee2ed4420b67',
  ],
  ['clé', '{"name":"Société"}', 'b1548554b6984fa6499e71eda84df1ce15c029ccd469e7f0a124b80be42f47f4'],
])('signWebhook() gives whole seconds and the HMAC of the body as UTF-8 (secret %s)', (secret, body, v1) => {
  expect(signWebhook({ secret, body, now: NOW })).toBe(`ts=1492176177,v1=${v1}`)
})
