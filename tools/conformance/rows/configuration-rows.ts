// biome-ignore-all lint/suspicious/noTemplateCurlyInString: edits are the text of sources
import type { ConformanceRow } from '../conformance-row.ts'

const STARTED = 'test/contracts/get-started.test.ts'
const FORM = 'server/http/endpoints/parse-identification-form.ts'
const CREATE = 'server/identifications/create-identification.ts'
const PROBLEMS = 'server/http/problems.ts'
const WHOLE_REQUEST = 'The whole create request is refused for its comma, and taken without'

/** An attribute of a create request: its line in the text, the rule, the edit that loses it, our choice. */
const SENT: readonly (readonly [
  line: number,
  rule: string,
  edit: readonly [file: string, find: string, replace: string],
  choice?: string,
])[] = [
  [
    1233,
    'The create request of the reference is taken once its comma too many is gone',
    ['server/http/_parse-json.ts', 'JSON.parse(text)', "JSON.parse(text.replaceAll(/,(\\s*})/g, '$1'))"],
    'As it stands it is not JSON: 400',
  ],
  [
    1336,
    'identification-form is information about the user',
    [FORM, "const external = attributes['identification-form']", 'const external = null as never'],
  ],
  [
    1337,
    'reference-data is reference information about the user',
    [FORM, "const declared = attributes['reference-data']", 'const declared = null as never'],
  ],
  [
    1339,
    'redirect_url is where the user is redirected at the end',
    [
      CREATE,
      'redirect_url: form.redirectUrl ?? configuration.redirectUrl',
      'redirect_url: configuration.redirectUrl',
    ],
  ],
  [
    1340,
    'webhook is where status changes are told',
    [CREATE, 'webhook: form.webhook ?? configuration.webhook', 'webhook: configuration.webhook'],
  ],
  [
    1348,
    'mail-address is the mail address of the user, or left out',
    [FORM, "external['mail-address'] ?? null", 'null'],
  ],
  [1353, 'last-name is the declared last name', [FORM, "declared['last-name'] ?? null", 'null']],
  [1354, 'first-name is the declared first name', [FORM, "declared['first-name'] ?? null", 'null']],
]

/** "Configuration", "JSON API" and what create, retrieve and errors say beside the tables. */
export const CONFIGURATION_ROWS: readonly ConformanceRow[] = [
  {
    line: 581,
    rule: 'A webhook is told when the user starts, successfully ends, and when the identification is processed',
    choice: 'And when the user leaves or the link expires',
    test: {
      file: 'server/journey/journey.test.ts',
      name: 'is announced at each status, in order, and ends processed without review',
    },
    switchOff: {
      file: 'server/journey/_move-to.ts',
      find: 'if (moved.webhook !== null) {',
      replace: "if (moved.webhook !== null && moved.status !== 'processing') {",
    },
  },
  {
    line: 613,
    rule: 'All webhook calls are signed',
    choice: 'Those that carry an authorization too',
    test: {
      file: 'server/webhooks/authorize-webhook.test.ts',
      name: "carries a token got with the client's credentials, and is signed as ever",
    },
    switchOff: {
      file: 'server/webhooks/post-webhook.ts',
      find: "    'ubble-signature': signature,\n",
      replace: '',
    },
  },
  {
    line: 645,
    rule: 'It is configurable how user data is stored',
    choice:
      'For how many days after the end. Colours, logos, countries and documents are not configurable yet',
    test: {
      file: 'test/contracts/retention.test.ts',
      name: 'What ended is erased when its days are over and not before, and its certificate says why',
    },
    switchOff: {
      file: 'server/journey/erasure/anonymize-old.ts',
      find: 'now.getTime() - days * DAY_MS',
      replace: 'now.getTime() - 2 * days * DAY_MS',
    },
  },
  {
    line: 657,
    rule: 'The API stands at the root of its host',
    choice: 'The address is the operator’s; everything is under /api/ too, where older clients look for it',
    test: {
      file: 'test/contracts/related-links.test.ts',
      name: 'A link works with and without its slash, with dashes and underscores, under /api/ and without',
    },
    switchOff: {
      file: 'server/http/api-listener.ts',
      find: "const PREFIXES = ['/', '/api/']",
      replace: "const PREFIXES = ['/api/']",
    },
  },
  {
    line: 663,
    rule: 'Credentials and certificates are managed by their account',
    choice: 'By command: there is no dashboard yet. Several at once, so that they change without a gap',
    test: {
      file: 'server/accounts/authenticate-client.test.ts',
      name: 'Revoked credentials are as unknown as ones that never were',
    },
    switchOff: {
      file: 'server/accounts/_account-rows.ts',
      find: "      .where('credentials.revoked_at', 'is', null),\n",
      replace: '',
    },
  },
  {
    line: 715,
    rule: 'A renewed key is told by the version in the signature',
    test: {
      file: 'server/configurations/signing/answer-signer.test.ts',
      name: 'After its year a key is followed by the next version, and what it signed still verifies',
    },
    switchOff: {
      file: 'server/configurations/signing/answer-signer.ts',
      find: 'return { name: writeSigningKeyName(name), curve',
      replace: 'return { name: writeSigningKeyName({ ...name, version: 1 }), curve',
    },
  },
  {
    line: 719,
    rule: "The text's own Python example verifies an answer: its timestamp, a colon and its text are signed",
    choice: 'Skipped where Python and its two packages are not installed',
    test: {
      file: 'test/contracts/signed-answers.test.ts',
      name: 'verify the signature of a processed identification with names beyond ASCII',
    },
    switchOff: {
      file: 'server/configurations/signing/answer-signer.ts',
      find: 'Buffer.from(`${timestamp}:`)',
      replace: 'Buffer.from(`${timestamp}.`)',
    },
  },
  ...SENT.map(
    ([line, rule, [file, find, replace], choice]): ConformanceRow => ({
      line,
      rule,
      ...(choice ? { choice } : {}),
      test: { file: STARTED, name: WHOLE_REQUEST },
      switchOff: { file, find, replace },
    }),
  ),
  {
    line: 1341,
    rule: 'Without a face required no face is asked for',
    test: { file: STARTED, name: 'With face_required false the scenes to film are ["document-front"]' },
    switchOff: {
      file: CREATE,
      find: 'face_required: form.faceRequired ?? configuration.faceRequired',
      replace: 'face_required: configuration.faceRequired',
    },
  },
  {
    line: 1397,
    rule: 'Retrieve is answered with 200 and the identification',
    choice: 'The same document as the create, while nothing has happened',
    test: {
      file: STARTED,
      name: 'What was created is retrieved with 200, its resources found by their type',
    },
    switchOff: {
      file: 'server/http/endpoints/identification-routes.ts',
      find: '    return sendDocument(reply, presentIdentification(record, urls))\n  })\n}',
      replace: '    return sendDocument(reply.code(203), presentIdentification(record, urls))\n  })\n}',
    },
  },
  {
    line: 1400,
    rule: 'Retrieve includes related objects depending on the status',
    choice: 'The list that followed is lost from the text: that of the lifecycle stands in',
    test: {
      file: 'test/contracts/lifecycle.test.ts',
      name: 'A processed identification has its score, its end and every object',
    },
    switchOff: {
      file: 'server/http/resources/_present-included.ts',
      find: "status === 'processed'\n",
      replace: "status === 'expired'\n",
    },
  },
  {
    line: 1604,
    rule: 'Parameters that are not valid have the type params_invalid',
    test: {
      file: 'test/contracts/errors.test.ts',
      name: 'What is wrong with a request is told with 400 and params_invalid, every fault in an entry of its own',
    },
    switchOff: {
      file: PROBLEMS,
      find: "params_invalid: { status: 400, code: 'params_invalid' }",
      replace: "params_invalid: { status: 400, code: 'api_error' }",
    },
  },
  {
    line: 1607,
    rule: 'What is not there yet has the type queued: try again in a few minutes',
    choice: 'A report before its identification is processed, with 400',
    test: {
      file: 'test/contracts/report.test.ts',
      name: 'An identification that is not processed yet has its report later',
    },
    switchOff: {
      file: PROBLEMS,
      find: "queued: { status: 400, code: 'queued' }",
      replace: "queued: { status: 400, code: 'params_invalid' }",
    },
  },
]
