import type { ConformanceRow } from '../conformance-row.ts'

const SIGNED = 'server/http/signing/sign-answers.test.ts'
const KEYS = 'server/configurations/signing/answer-signer.test.ts'
const CERTIFICATES = 'server/http/client-certificates.test.ts'
const CLIENTS = 'server/accounts/authenticate-client.test.ts'
const MUTUAL_TLS = 'test/contracts/mutual-tls.test.ts'
const VERIFIED = 'test/contracts/signed-answers.test.ts'
const AUTHENTICATE = 'server/accounts/authenticate-client.ts'

/** What the text says of Basic authentication, mutual TLS, signed answers and the hashes of assets. */
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
  {
    line: 703,
    rule: 'A call must include the secret credentials and the client certificate',
    choice: 'Per account; it is required unless an account is made or changed to optional',
    test: {
      file: MUTUAL_TLS,
      name: 'A client without a certificate is refused, its secret alone is not enough',
    },
    switchOff: {
      file: AUTHENTICATE,
      find: 'if (row.certificate_required && !row.certificate_known) {',
      replace: 'if (row.certificate_required && !row.certificate_known && certificateFingerprint) {',
    },
  },
  {
    line: 705,
    rule: 'The client id and the client secret are the username and the password of HTTP Basic',
    choice: 'Split at the first colon (RFC 7617 §2), in UTF-8',
    test: { file: 'server/http/_basic-credentials.test.ts', name: 'A pair is split at its first colon' },
    switchOff: {
      file: 'server/http/_basic-credentials.ts',
      find: "pair?.indexOf(':')",
      replace: "pair?.lastIndexOf(':')",
    },
  },
  {
    line: 705,
    rule: 'Requests are authenticated using HTTP Basic and/or mutual TLS',
    choice: 'Basic always; a certificate alone is not enough, since it does not tell a configuration',
    test: { file: CLIENTS, name: 'A certificate does not make up for a wrong secret' },
    switchOff: {
      file: AUTHENTICATE,
      find: 'if (!row || !secretAgrees)',
      replace: 'if (!row || (!secretAgrees && !row.certificate_known))',
    },
  },
  {
    line: 705,
    rule: 'Basic without mutual TLS is enough for an account whose policy is optional',
    choice: 'What such a client shows is not looked at',
    test: { file: CLIENTS, name: 'Where a certificate is optional, none is looked at' },
    switchOff: {
      file: AUTHENTICATE,
      find: 'row.certificate_required && !row.certificate_known',
      replace: '!row.certificate_known',
    },
  },
  {
    line: 705,
    rule: "The certificate is the client's own",
    choice:
      'Told by its fingerprint among those of the account; a registered one of another account is refused',
    test: { file: MUTUAL_TLS, name: "A client with another account's certificate is refused" },
    switchOff: {
      file: 'server/accounts/_account-rows.ts',
      find: "        .onRef('client_certificates.account_id', '=', 'accounts.id')\n",
      replace: '',
    },
  },
  {
    line: 705,
    rule: 'A revoked certificate is refused',
    choice: 'From the next request on, of a connection that stays open too',
    test: {
      file: MUTUAL_TLS,
      name: 'A certificate revoked between two requests of a connection is refused at the second',
    },
    switchOff: {
      file: 'server/accounts/_account-rows.ts',
      find: "        .on('client_certificates.revoked_at', 'is', null),\n",
      replace: '        ,\n',
    },
  },
  {
    line: 705,
    rule: 'A client certificate may be of any issuer, the client itself included',
    choice: 'The text has an account manager manage certificates; here one counts once it is registered',
    test: {
      file: CERTIFICATES,
      name: 'A certificate that signs itself is taken once it is registered, and not before',
    },
    switchOff: {
      file: 'server/http/create-listener.ts',
      find: 'rejectUnauthorized: false',
      replace: "rejectUnauthorized: clientCertificates === 'asked'",
    },
  },
  {
    line: 705,
    rule: 'A client certificate counts from its first day on',
    test: {
      file: CERTIFICATES,
      name: 'A certificate that is not begun is refused although it is registered',
    },
    switchOff: {
      file: 'server/http/_client-certificate.ts',
      find: 'certificate.validFromMs <= now.getTime() && ',
      replace: '',
    },
  },
  {
    line: 705,
    rule: 'A certificate that was not made for clients is none',
    choice: 'It must say clientAuth (RFC 5280 §4.2.1.12), at registering and at each request',
    test: {
      file: CERTIFICATES,
      name: 'A certificate that is made for servers is refused although it is registered',
    },
    switchOff: {
      file: 'server/http/_client-certificate.ts',
      find: 'if (!certificate?.isForClients) return null',
      replace: 'if (!certificate) return null',
    },
  },
  {
    line: 705,
    rule: 'A resumed TLS session is worth what the certificate it began with is worth now',
    choice: 'The text does not speak of resumption',
    test: {
      file: CERTIFICATES,
      name: 'A resumed TLSv1.3 session has the certificate it began with, whatever its client holds now',
    },
    switchOff: {
      file: 'server/http/_client-certificate.ts',
      find: 'const isInDates = ',
      replace: 'const isInDates = (socket as TLSSocket).isSessionReused() || ',
    },
  },
  {
    line: 711,
    rule: 'The key signs by ECDSA with SHA-512',
    choice: 'On P-256 unless a configuration asks for P-384 or P-521; DER in Base64',
    test: {
      file: KEYS,
      name: 'A signature names its time to six digits and its key, and holds for its bytes alone',
    },
    switchOff: {
      file: 'server/configurations/signing/answer-signer.ts',
      find: "curve === 'P-256' ? sign('sha512'",
      replace: "curve === 'P-256' ? sign('sha256'",
    },
  },
  {
    line: 715,
    rule: 'Each configuration has a signing key for each environment',
    test: { file: KEYS, name: 'Live and test and every configuration have keys of their own' },
    switchOff: {
      file: 'server/configurations/signing/answer-signer.ts',
      find: 'line.environment}`',
      replace: "'both'}`",
    },
  },
  {
    line: 763,
    rule: 'A hash is written sha2-256, a colon and 64 lower-case digits',
    choice: "The objects' examples have 32 digits without a name; the recorded answers have this form",
    test: {
      file: VERIFIED,
      name: 'The bytes served of a standard answer have the hashes that its signed answer says',
    },
    switchOff: {
      file: 'server/http/json-api.ts',
      find: 'asset.sha256}`',
      replace: 'asset.sha256.toUpperCase()}`',
    },
  },
  {
    line: 769,
    rule: 'The bytes of an asset have the hash that the signed answer says',
    choice: 'Pictures and recordings alike',
    test: {
      file: VERIFIED,
      name: 'The bytes served of a filmed identification have the hashes that its signed answer says',
    },
    switchOff: {
      file: 'server/assets/keep-asset.ts',
      find: 'const { sha256, sizeBytes } = bytes.digest()',
      replace: "const { sha256, sizeBytes } = { ...bytes.digest(), sha256: '0'.repeat(64) }",
    },
  },
  {
    line: 769,
    rule: 'An asset that is no longer what was hashed is not served',
    choice: 'It is gone (410): the text leaves the noticing to the client',
    test: {
      file: 'test/contracts/stored-assets.test.ts',
      name: 'An asset whose hash was altered in the database is not served either',
    },
    switchOff: {
      file: 'server/assets/open-asset.ts',
      find: 'if (opened.sha256 !== sha256)',
      replace: 'if (opened.sha256.length !== sha256.length)',
    },
  },
]
