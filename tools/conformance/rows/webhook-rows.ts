import type { ConformanceRow } from '../conformance-row.ts'

const BODY = 'server/webhooks/write-webhook-body.ts'
const BODY_TEST = 'server/webhooks/write-webhook-body.test.ts'
const DELIVERY = 'server/webhooks/deliver-webhook.ts'
const DELIVERY_TEST = 'server/webhooks/deliver-webhook.test.ts'
const POST = 'server/webhooks/post-webhook.ts'
const POST_TEST = 'server/webhooks/post-webhook.test.ts'
const SIGNATURE = 'server/webhooks/sign-webhook.ts'
const SIGNATURE_TEST = 'test/contracts/webhook-signature.test.ts'
const AUTHORIZATION_TEST = 'server/webhooks/authorize-webhook.test.ts'
const NOTIFY = 'server/journey/notify.ts'
const NOTIFY_ROUTE = 'server/http/endpoints/notify-route.ts'
const NOTIFY_TEST = 'test/contracts/notify.test.ts'

/** "Webhook", "Webhook security", "Webhook ip whitelisting", "Webhooks Authentication", "Force webhook notification". */
export const WEBHOOK_ROWS: readonly ConformanceRow[] = [
  {
    line: 558,
    rule: 'The body holds the configuration with id and name, the identification_id and the status, in this order',
    test: { file: BODY_TEST, name: 'writeWebhookBody() writes the keys of the API text in its order' },
    switchOff: { file: BODY, find: ', name: told.configuration_name', replace: '' },
  },
  {
    line: 569,
    rule: 'The body of an aborted identification ends with its return_reason, and no other body has one',
    test: { file: BODY_TEST, name: 'writeWebhookBody() ends with the reason of an abort' },
    switchOff: {
      file: BODY,
      find: '...(told.return_reason === null ? {} : { return_reason: told.return_reason }),',
      replace: '',
    },
  },
  {
    line: 585,
    rule: 'A webhook is received when the answer is 200 or 201',
    choice: 'Every other status is a failure, other 2xx and redirects included',
    test: { file: POST_TEST, name: 'has delivered when the receiver answers 201' },
    switchOff: { file: POST, find: 'new Set([200, 201])', replace: 'new Set([200])' },
  },
  {
    line: 585,
    rule: 'The receiver has 10 seconds to answer',
    choice: 'In all: looking up, connecting, authorizing and reading included',
    test: { file: POST_TEST, name: 'gives up after ten seconds of silence, or of one header byte a second' },
    switchOff: { file: POST, find: 'DELIVERY_TIMEOUT_MS = 10_000', replace: 'DELIVERY_TIMEOUT_MS = 1_000' },
  },
  {
    line: 585,
    rule: 'A webhook that is not received is tried twice more',
    choice: 'A try that a crash cuts short counts; what was given up is kept and can be sent again',
    test: { file: DELIVERY_TEST, name: 'gives up after the third failure and never tries a fourth time' },
    switchOff: { file: DELIVERY, find: 'MAX_TRIES = 3', replace: 'MAX_TRIES = 4' },
  },
  {
    line: 592,
    rule: "The text's own Python example verifies a webhook: HMAC-SHA256 over the timestamp, a dot and the body",
    test: { file: SIGNATURE_TEST, name: 'verifies a webhook of each shape' },
    switchOff: { file: SIGNATURE, find: "'sha256', secret", replace: "'sha1', secret" },
  },
  {
    line: 617,
    rule: 'Ubble-Signature is ts= with the timestamp, a comma and v1= with the signature',
    choice: 'Whole seconds, no space, one v1: running clients take nothing else',
    test: {
      file: SIGNATURE_TEST,
      name: 'A webhook is signed in the grammar that running clients ask for, over its exact bytes',
    },
    switchOff: { file: SIGNATURE, find: '`ts=$', replace: '`t=$' },
  },
  {
    line: 619,
    rule: 'There is one secret for test and one for live identifications',
    choice:
      'Of each configuration; shown and rotated by command line, the old one signing until the new one does',
    test: {
      file: 'server/configurations/create-configuration.test.ts',
      name: 'Each configuration signs the webhooks of each environment with a secret of its own',
    },
    switchOff: {
      file: 'server/configurations/create-configuration.ts',
      find: 'live: makeWebhookSecret(), test: makeWebhookSecret()',
      replace: "live: 'A'.repeat(43), test: 'A'.repeat(43)",
    },
  },
  {
    line: 625,
    rule: 'Webhooks come from an address that a receiver can let in',
    choice: "The operator's source address or proxy, told by the log of deliveries",
    test: {
      file: 'server/webhooks/receiver/hostile-receivers.test.ts',
      name: 'A webhook leaves from the address that the operator chose',
    },
    switchOff: {
      file: 'server/webhooks/receiver/connect-receiver.ts',
      find: 'localAddress: rules.sourceAddress ?? null',
      replace: 'localAddress: null',
    },
  },
  {
    line: 629,
    rule: 'Webhooks can be authorized with OAuth2, from a token URL, a client id and a client secret',
    choice:
      'Client credentials; the token is kept until it ends and renewed once when the receiver refuses it',
    test: {
      file: AUTHORIZATION_TEST,
      name: "carries a token got with the client's credentials, and is signed as ever",
    },
    switchOff: {
      file: 'server/webhooks/_request-token.ts',
      find: "grant_type: 'client_credentials'",
      replace: "grant_type: 'password'",
    },
  },
  {
    line: 629,
    rule: 'A refresh token URL may be given',
    choice: 'Refresh tokens are traded in there; when that fails, the credentials are used',
    test: {
      file: AUTHORIZATION_TEST,
      name: 'trades its refresh token in where the receiver says, and asks anew when that is refused',
    },
    switchOff: {
      file: 'server/webhooks/authorize-webhook.ts',
      find: 'row.refresh_url ?? row.token_url',
      replace: 'row.token_url',
    },
  },
  {
    line: 1433,
    rule: 'A notify request tells a webhook the status of the identification',
    choice: 'JSON, JSON:API and forms are taken: the examples send the first and the last',
    test: { file: NOTIFY_TEST, name: 'A client has its webhook told by plain JSON' },
    switchOff: { file: NOTIFY_ROUTE, find: "'json or form'", replace: "'json-api'" },
  },
  {
    line: 1433,
    rule: 'A notify request works on the standard answers, which the examples name',
    choice: 'They are told as processed, to whoever asks, and in no line with others',
    test: {
      file: NOTIFY_TEST,
      name: 'Every client can have the standard answer 11111111-1111-1111-1111-111111111111 told',
    },
    switchOff: {
      file: NOTIFY,
      find: 'const isStandard = isStandardAnswer(asked.identificationId)',
      replace: 'const isStandard = isStandardAnswer(asked.webhook ?? asked.identificationId)',
    },
  },
  {
    line: 1477,
    rule: 'The webhook of a notify request is the one that is told',
    test: { file: NOTIFY_TEST, name: 'A client has its webhook told by JSON:API' },
    switchOff: { file: NOTIFY, find: 'asked.webhook ?? told.ownWebhook', replace: 'told.ownWebhook' },
  },
  {
    line: 1477,
    rule: 'Without a webhook in the request the default one is told',
    choice: "The identification's own, then its configuration's; 400 where there is none",
    test: {
      file: NOTIFY_TEST,
      name: "An identification without a webhook of its own has the configuration's told",
    },
    switchOff: { file: NOTIFY, find: 'told.ownWebhook ?? webhook', replace: 'told.ownWebhook' },
  },
  {
    line: 1479,
    rule: 'A notify request is answered with 204 and no content',
    test: { file: NOTIFY_TEST, name: 'A client has its webhook told by a form' },
    switchOff: { file: NOTIFY_ROUTE, find: 'code(204)', replace: 'code(200)' },
  },
]
