import type { ConformanceRow } from '../conformance-row.ts'

const STARTED = 'test/contracts/get-started.test.ts'
const RETURN = 'test/contracts/user-return.test.ts'
const PRESENTED = 'server/http/resources/present-identification.test.ts'
const REASONS = 'domain/return-reason.ts'
const REVIEWED =
  'With review always who completed comes back as processing, and the automatic answer is there'

/** Each way of coming back: its line in the text, its two words, the edit that takes it away. */
const RETURNS: readonly (readonly [line: number, reason: string, type: string, find: string])[] = [
  [329, 'refusal', 'none', '  refusal: [],\n'],
  [330, 'no_document', 'none', '  no_document: [],\n'],
  [331, 'verify_later', 'none', '  verify_later: [],\n'],
  [332, 'connection_issue', 'none', '  connection_issue: [],\n'],
  [
    333,
    'doc_instructions_not_followed',
    'challenge_timeout',
    "  doc_instructions_not_followed: ['challenge_timeout'],\n",
  ],
  [
    334,
    'face_instructions_not_followed',
    'challenge_timeout',
    "  face_instructions_not_followed: ['challenge_timeout'],\n",
  ],
  [335, 'error', 'bad-connectivity', "    'bad-connectivity',\n"],
  [336, 'error', 'publish', "    'publish',\n"],
  [337, 'error', 'browser-not-supported', "    'browser-not-supported',\n"],
  [338, 'error', 'device-not-allowed', "    'device-not-allowed',\n"],
  [339, 'error', 'device-not-found', "    'device-not-found',\n"],
  [340, 'error', 'wrong_phone_number', "    'wrong_phone_number',\n"],
]

/** "Get Started" and "Integration". */
export const INTEGRATION_ROWS: readonly ConformanceRow[] = [
  {
    line: 24,
    rule: 'The first create of the text tells the id, the link and where the user comes back',
    choice: 'Its names have underscores, those of the reference have dashes: both are taken',
    test: {
      file: STARTED,
      name: 'The first create tells the id, the link and where the user comes back',
    },
    switchOff: {
      file: 'server/http/endpoints/_parse-attributes.ts',
      find: 'const SPELLED_LEVELS = 2',
      replace: 'const SPELLED_LEVELS = 1',
    },
  },
  {
    line: 49,
    rule: 'The first create as axios sends it has the defaults',
    choice: 'Its example sends the configuration as the body, which has no data: as an empty body',
    test: {
      file: STARTED,
      name: 'The first create as axios sends it, its configuration in place of the body, has the defaults',
    },
    switchOff: {
      file: 'server/http/endpoints/_parse-attributes.ts',
      find: 'if (data === undefined || data === null) return {}',
      replace: "if (data === undefined || data === null) throw invalid('data is missing', '/data')",
    },
  },
  {
    line: 82,
    rule: 'The first create as requests sends it is refused with 400',
    choice: 'Its example sends a form and says JSON:API: nothing can be read of it',
    test: { file: STARTED, name: 'The first create as requests sends it, as a form, is refused' },
    switchOff: {
      file: 'server/http/_parse-json.ts',
      find: "throw unreadableBody('The body is not valid JSON')",
      replace: 'return {}',
    },
  },
  {
    line: 105,
    rule: 'One identification is of one user: each create makes one of its own',
    choice: 'Unless an Idempotency-Key says that it is the same create',
    test: { file: STARTED, name: 'Each create makes an identification of its own' },
    switchOff: {
      file: 'server/identifications/create-identification.ts',
      find: 'const identificationId = randomUUID()',
      replace: "const identificationId = randomUUID().replace(/.*/, '33333333-3333-4333-8333-333333333333')",
    },
  },
  {
    line: 177,
    rule: 'The redirect_url is the one set by default in the configuration, unless it is modified',
    test: {
      file: STARTED,
      name: 'The first create tells the id, the link and where the user comes back',
    },
    switchOff: {
      file: 'server/identifications/create-identification.ts',
      find: 'redirect_url: form.redirectUrl ?? configuration.redirectUrl',
      replace: "redirect_url: form.redirectUrl ?? 'https://example.com/'",
    },
  },
  {
    line: 315,
    rule: 'Who has completed is redirected to the redirect_url of the identification',
    choice: 'Its own parameters stay',
    test: { file: RETURN, name: REVIEWED },
    switchOff: {
      file: 'domain/redirect-url.ts',
      find: 'new URL(redirectUrl)',
      replace: 'new URL(new URL(redirectUrl).origin)',
    },
  },
  {
    line: 319,
    rule: 'Who leaves is redirected too, with the status aborted and the reason in the parameters',
    test: {
      file: RETURN,
      name: 'Who leaves comes back with the reason no_document and the error type none',
    },
    switchOff: {
      file: 'domain/redirect-url.ts',
      find: "if (back.returnReason) url.searchParams.set('return_reason', back.returnReason)",
      replace: '',
    },
  },
  {
    line: 323,
    rule: 'The parameters are identification_id, status, return_reason and error_type',
    choice: 'Error types are spelled as in the table, with dashes: the example has device_not_found',
    test: {
      file: RETURN,
      name: 'Who leaves comes back with the reason error and the error type device-not-found',
    },
    switchOff: {
      file: 'domain/redirect-url.ts',
      find: "url.searchParams.set('error_type', back.errorType)",
      replace: "url.searchParams.set('error_type', back.errorType.replaceAll('-', '_'))",
    },
  },
  {
    line: 328,
    rule: 'Who has completed comes back as processing, without reason and type',
    choice: 'Also where the answer is final at once',
    test: {
      file: RETURN,
      name: 'With review never who completed comes back as processing, and the automatic answer is there',
    },
    switchOff: {
      file: 'server/journey/finish.ts',
      find: "const status = answered.status === 'processed' ? 'processing' : answered.status",
      replace: 'const status = answered.status',
    },
  },
  ...RETURNS.map(
    ([line, reason, type, find]): ConformanceRow => ({
      line,
      rule: `A user can leave with the reason ${reason} and the error type ${type}`,
      ...(type === 'challenge_timeout' ? { choice: 'The error type may be left out' } : {}),
      test: {
        file: RETURN,
        name: `Who leaves comes back with the reason ${reason} and the error type ${type}`,
      },
      switchOff: { file: REASONS, find, replace: '' },
    }),
  ),
  {
    line: 344,
    rule: 'The automatic answer is available when the user is redirected',
    choice: 'The last button waits for it, for 20 seconds at the most',
    test: { file: RETURN, name: REVIEWED },
    switchOff: {
      file: 'server/journey/answer.ts',
      find: '    await saveConclusion(transaction, identification, concluded)\n',
      replace: '',
    },
  },
  {
    line: 350,
    rule: 'The automatic answer has its pictures in document and face',
    choice:
      'Form and comparison where there is a form; "identification-form-match" is identity-form-match, as everywhere else',
    test: {
      file: PRESENTED,
      name: 'In processing the identity, the document and the face are told as far as they are known',
    },
    switchOff: {
      file: 'server/http/resources/_present-document.ts',
      find: "'signed-image-front-url': sign(document.frontImage)",
      replace: "'signed-image-front-url': null",
    },
  },
  {
    line: 354,
    rule: 'The final answer is available at the end of the manual reviews',
    choice: 'Where the configuration has them (`review: always`); otherwise the automatic answer is final',
    test: { file: RETURN, name: REVIEWED },
    switchOff: {
      file: 'server/journey/answer.ts',
      find: "if (configuration.review === 'always') return",
      replace: '',
    },
  },
]
