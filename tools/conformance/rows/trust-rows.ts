import type { ConformanceRow } from '../conformance-row.ts'

const SIGNED = 'server/http/signing/sign-answers.test.ts'
const KEYS = 'server/configurations/signing/answer-signer.test.ts'
const CERTIFICATES = 'server/http/client-certificates.test.ts'

/** What the text says of mutual TLS and of signed answers. */
export const TRUST_ROWS: readonly ConformanceRow[] = [
  {
    line: 705,
    rule: 'A client certificate is good within its dates alone',
    choice: 'Asked for each request, so that one that ends on an open connection is refused too',
    test: { file: CERTIFICATES, name: 'A certificate that is over is refused although it is registered' },
    switchOff: {
      file: 'server/http/_client-certificate.ts',
      find: 'return isInDates ? certificate.fingerprint : null',
      replace: 'return certificate.fingerprint',
    },
  },
  {
    line: 711,
    rule: 'Answers are signed over their bytes',
    choice: 'Errors to a known client and files too; signing is on unless a configuration turns it off',
    test: { file: SIGNED, name: 'An answer 404 to a known client is signed over its exact bytes' },
    switchOff: {
      file: 'server/http/add-api.ts',
      find: '  if (api.signing) signAnswers(app, api.signing.signAnswer)\n',
      replace: '',
    },
  },
  {
    line: 711,
    rule: 'Answers are signed only where the configuration has it enabled',
    test: { file: SIGNED, name: 'Where a configuration wants no signature there is no header' },
    switchOff: {
      file: 'server/http/signing/sign-answers.ts',
      find: 'if (signature !== null) reply.header',
      replace: 'reply.header',
    },
  },
  {
    line: 715,
    rule: 'All versions of the public key can be downloaded',
    choice: 'At /signing-keys/ and by command, since there is no dashboard',
    test: {
      file: SIGNED,
      name: 'Every version of the public key is listed, and found by the name that signatures carry',
    },
    switchOff: {
      file: 'server/http/signing/signing-key-routes.ts',
      find: '{ data: keys.map(presentSigningKey) }',
      replace: '{ data: keys.slice(-1).map(presentSigningKey) }',
    },
  },
  {
    line: 715,
    rule: 'A private key signs for a year, then the next version does',
    test: {
      file: KEYS,
      name: 'After its year a key is followed by the next version, and what it signed still verifies',
    },
    switchOff: {
      file: 'server/configurations/signing/renew-signing-key.ts',
      find: 'const LIFE_MS = 365 *',
      replace: 'const LIFE_MS = 730 *',
    },
  },
  {
    line: 742,
    rule: 'The header says the timestamp with six digits, the key with its version, the signature',
    test: {
      file: KEYS,
      name: 'A signature names its time to six digits and its key, and holds for its bytes alone',
    },
    switchOff: {
      file: 'server/configurations/signing/answer-signer.ts',
      find: 'const TIMESTAMP_DIGITS = 6',
      replace: 'const TIMESTAMP_DIGITS = 3',
    },
  },
]
