import type { ConformanceRow } from '../conformance-row.ts'

const ASSETS = 'test/contracts/assets.test.ts'
const LISTED = 'server/http/resources/present-assets.ts'
const FORM_PARSED = 'server/http/endpoints/parse-identification-form.test.ts'
const FORM_SCHEMA = 'server/http/endpoints/_form-schema.ts'
const PLACE_SCHEMA = 'server/http/endpoints/_place-schema.ts'
const LIFECYCLE = 'test/contracts/lifecycle.test.ts'

/** Create, retrieve. */
export const CREATE_ROWS: readonly ConformanceRow[] = [
  {
    line: 1328,
    rule: 'A create is answered with 201 and an identification object.',
    test: {
      file: 'server/http/api-listener.test.ts',
      name: 'An identification is created and answered with 201 and its address',
    },
    switchOff: {
      file: 'server/http/endpoints/identification-routes.ts',
      find: 'reply.code(201)',
      replace: 'reply.code(200)',
    },
  },
  {
    line: 1338,
    rule: 'The pre-selected place of residence is given to the web application.',
    test: {
      file: LIFECYCLE,
      name: 'The place of residence that the client says is what the applicant is shown first',
    },
    switchOff: {
      file: 'server/journey/welcome.ts',
      find: 'isOpen(status) ? openResidence(dataKey, identification) : null',
      replace: 'null',
    },
  },
  {
    line: 1339,
    rule: 'redirect_url says where the applicant goes after.',
    choice: 'Every attribute may be spelled with underscores or dashes: the examples have both.',
    test: { file: FORM_PARSED, name: 'Underscores and dashes are the same word at both levels' },
    switchOff: {
      file: 'server/http/endpoints/_parse-attributes.ts',
      find: "[key.replaceAll('_', '-'), inner]",
      replace: '[key, inner]',
    },
  },
  {
    line: 1341,
    rule: 'face_required says whether a face is captured.',
    test: { file: FORM_PARSED, name: 'The whole example of the API text is read' },
    switchOff: {
      file: 'server/http/endpoints/parse-identification-form.ts',
      find: "faceRequired: attributes['face-required'] ?? null",
      replace: 'faceRequired: null',
    },
  },
  {
    line: 1346,
    rule: 'The external user id is a string.',
    choice: 'A whole number too, which clients send; it keeps its digits.',
    test: { file: FORM_PARSED, name: 'A user id may be a number, and keeps its digits' },
    switchOff: { file: FORM_SCHEMA, find: 'z.union([text, userNumber],', replace: 'z.union([text],' },
  },
  {
    line: 1347,
    rule: 'The phone number is in the international format, or left out.',
    choice: 'E.164, its separators passed over; null is as left out.',
    test: { file: FORM_PARSED, name: 'The phone number "0102030405" is refused' },
    switchOff: { file: FORM_SCHEMA, find: 'E164.test(value)', replace: 'true' },
  },
  {
    line: 1355,
    rule: 'The birth date is YYYY-MM-DD, or left out.',
    choice: 'A day that exists, from 1850 on.',
    test: { file: FORM_PARSED, name: 'The birth date 2001-02-29 is refused' },
    switchOff: {
      file: FORM_SCHEMA,
      find: ".date('must be a real date, as 1978-11-25')",
      replace: '.date()\n  .or(z.string())',
    },
  },
  {
    line: 1360,
    rule: 'A country of residence is one of ISO 3166-1, by three letters.',
    test: {
      file: LIFECYCLE,
      name: 'A place of residence that is not in the lists is refused: {"country":"USX"}',
    },
    switchOff: {
      file: PLACE_SCHEMA,
      find: 'Object.hasOwn(iso31661Alpha3ToAlpha2, code)',
      replace: 'code.length === 3',
    },
  },
  {
    line: 1361,
    rule: 'A subdivision is one of ISO 3166-2.',
    choice: 'And one of the country.',
    test: {
      file: LIFECYCLE,
      name: 'A place of residence that is not in the lists is refused: {"country":"USA","subdivision":"US-ZZ"}',
    },
    switchOff: { file: PLACE_SCHEMA, find: 'SUBDIVISIONS.has(code)', replace: 'code.length > 0' },
  },
  {
    line: 1339,
    rule: 'A create without redirect url and webhook takes those of the configuration.',
    test: {
      file: 'test/contracts/standard-answers.test.ts',
      name: 'Every account has the standard answers, in both environments, with its own addresses',
    },
    switchOff: {
      file: 'server/identifications/standard-answer.ts',
      find: 'redirectUrl: redirectUrl ?? answer.redirectUrl',
      replace: 'redirectUrl: answer.redirectUrl',
    },
  },
  {
    line: 1481,
    rule: 'Assets are listed for tests only.',
    choice: 'With live credentials they are forbidden, 403.',
    test: { file: ASSETS, name: 'With live credentials assets are forbidden' },
    switchOff: {
      file: 'server/journey/fetch-assets.ts',
      find: "if (client.environment !== 'test') {",
      replace: "if (client.environment === 'nowhere') {",
    },
  },
  {
    line: 1508,
    rule: 'The list of assets is plain JSON.',
    choice: 'Whatever is accepted: it has one type.',
    test: {
      file: ASSETS,
      name: 'The assets of a standard answer are listed as plain JSON, and all of them load',
    },
    switchOff: {
      file: 'server/http/endpoints/asset-routes.ts',
      find: "reply.type('application/json')",
      replace: "reply.type('application/vnd.api+json')",
    },
  },
  {
    line: 1521,
    rule: 'A tight crop has an area and a score.',
    choice:
      'Area: what the card covers of its frame, px. Score: its sharpness, the variance of the Laplacian.',
    test: { file: ASSETS, name: "The assets of a client's own identification have what was measured" },
    switchOff: { file: LISTED, find: 'score: sharpness,', replace: 'score: areaPixels,' },
  },
]
