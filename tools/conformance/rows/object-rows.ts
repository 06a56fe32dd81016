import type { ConformanceRow } from '../conformance-row.ts'

const DECLARED = 'test/contracts/declared-form.test.ts'
const PRESENT = 'server/http/resources/present-identification.ts'
const INCLUDED = 'server/http/resources/_present-included.ts'
const DOCUMENT = 'server/http/resources/_present-document.ts'
const FACE = 'server/http/resources/_present-face.ts'
const MATCHED = 'server/checks/form-match/check-form-match.test.ts'
const MATCH = 'server/checks/form-match/check-form-match.ts'
const LIFECYCLE = 'test/contracts/lifecycle.test.ts'
const WHOLE = 'test/contracts/whole-answer.test.ts'
const STARTED = 'test/contracts/get-started.test.ts'
const CODES = 'test/contracts/codes-and-comments.test.ts'
const RETURN = 'test/contracts/user-return.test.ts'

/** The objects and their attributes. */
export const OBJECT_ROWS: readonly ConformanceRow[] = [
  {
    line: 775,
    rule: 'Identity and identification are always included, the score only once processed.',
    choice: 'The key of the score is absent before, as recorded, not null.',
    test: {
      file: LIFECYCLE,
      name: 'An initiated identification comes with its identity and reference data alone',
    },
    switchOff: {
      file: PRESENT,
      find: '...(isProcessed ? { score: writeScore(record.score) } : {}),',
      replace: 'score: writeScore(record.score),',
    },
  },
  {
    line: 783,
    rule: 'The id of a resource is a string of digits.',
    test: {
      file: STARTED,
      name: 'What was created is retrieved with 200, its resources found by their type',
    },
    switchOff: {
      file: 'server/http/json-api.ts',
      find: 'return { type, id: String(id) }',
      replace: 'return { type, id: id as unknown as string }',
    },
  },
  {
    line: 830,
    rule: 'Reason codes are a relationship of the identification, with their count.',
    choice: 'In every answer, the one of a creation included, without links, as recorded.',
    test: { file: CODES, name: 'A refused identification tells all of its reasons' },
    switchOff: {
      file: PRESENT,
      find: 'return { meta: { count: codes.length }, data: codes',
      replace: 'return { meta: { count: -1 }, data: codes',
    },
  },
  {
    line: 895,
    rule: 'Some fields of an identification are null, depending on its status.',
    test: { file: LIFECYCLE, name: 'In processing the document and the face are there with what is known' },
    switchOff: {
      file: PRESENT,
      find: "'ended-at': isProcessed ? writeTime(record.endedAt) : null,",
      replace: "'ended-at': isProcessed ? writeTime(record.endedAt) : '',",
    },
  },
  {
    line: 899,
    rule: 'Times are YYYY-MM-DDThh:mm:ss.ffffffZ.',
    choice: 'Six digits always, of which three count.',
    test: { file: LIFECYCLE, name: 'A processed identification has its score, its end and every object' },
    switchOff: {
      file: 'server/http/json-api.ts',
      find: "time.toISOString().replace('Z', '000Z')",
      replace: 'time.toISOString()',
    },
  },
  {
    line: 902,
    rule: 'The identification-url is the address of the pages and the identification-id.',
    choice: 'Without the slash at its end: the example and the recorded answers have none.',
    test: { file: STARTED, name: 'The first create tells the id, the link and where the user comes back' },
    switchOff: {
      file: PRESENT,
      find: 'record.identificationId}`,',
      replace: 'record.identificationId}/`,',
    },
  },
  {
    line: 913,
    rule: 'User agent and address are those of the session.',
    choice: 'Told from processing on, as recorded.',
    test: {
      file: RETURN,
      name: 'With review never who completed comes back as processing, and the automatic answer is there',
    },
    switchOff: {
      file: PRESENT,
      find: "'user-agent': isFilming ? null : record.userAgent",
      replace: "'user-agent': record.userAgent",
    },
  },
  {
    line: 971,
    rule: 'An identity is always included; its values can be null.',
    test: {
      file: LIFECYCLE,
      name: 'An uninitiated identification comes with its identity and reference data alone',
    },
    switchOff: {
      file: INCLUDED,
      find: "'first-name': identity.firstName",
      replace: "'first-name': identity.firstName ?? 'NULL'",
    },
  },
  {
    line: 980,
    rule: 'The reference data are those sent at creation.',
    choice: 'Echoed as sent, upper case or not.',
    test: {
      file: LIFECYCLE,
      name: 'An uninitiated identification comes with its identity and reference data alone',
    },
    switchOff: {
      file: INCLUDED,
      find: "'last-name': declared.lastName",
      replace: "'last-name': declared.firstName",
    },
  },
  {
    line: 998,
    rule: 'The external identity is what was sent about the user.',
    choice: 'From processing on, and only where something was sent.',
    test: { file: LIFECYCLE, name: 'A processed identification has its score, its end and every object' },
    switchOff: { file: INCLUDED, find: "'user-id': external.userId", replace: "'user-id': null" },
  },
  {
    line: 1027,
    rule: 'What a document does not say is null.',
    choice: 'JSON null, not the text "NULL" of the example: integrations fail on a birth date "NULL".',
    test: { file: WHOLE, name: 'What a document does not say is null' },
    switchOff: { file: DOCUMENT, find: "    'married-name': document.marriedName ?? null,\n", replace: '' },
  },
  {
    line: 1047,
    rule: "The hash of the signature's picture is signature-image-hash.",
    choice: 'Spelled so, against the pattern of the others.',
    test: { file: WHOLE, name: 'In a whole answer the documents tell signature-image-hash' },
    switchOff: { file: DOCUMENT, find: "'signature-image-hash':", replace: "'image-signature-hash':" },
  },
  {
    line: 1064,
    rule: 'The document is included once processed.',
    choice: 'From processing on: the table of the lifecycle and the recorded answers have it there.',
    test: { file: LIFECYCLE, name: 'In processing the document and the face are there with what is known' },
    switchOff: {
      file: DOCUMENT,
      find: '  if (!document) return null\n',
      replace: "  if (!document || record.status !== 'processed') return null\n",
    },
  },
  {
    line: 1090,
    rule: 'A document has a tax identification number.',
    test: { file: WHOLE, name: 'In a whole answer the documents tell tax-identification-number' },
    switchOff: { file: DOCUMENT, find: "'tax-identification-number':", replace: "'tax-number':" },
  },
  {
    line: 1121,
    rule: 'actions says whether an action was asked, and which.',
    choice: '"rotation", as in the example, for turns of the head.',
    test: { file: WHOLE, name: 'In a whole answer the faces tell actions' },
    switchOff: { file: FACE, find: '      actions: face.actions,\n', replace: '' },
  },
  {
    line: 1218,
    rule: 'The comparison of identity and form is strict.',
    choice:
      'Accents and signs that zones cannot write do not count against the score; any other letter does.',
    test: {
      file: MATCHED,
      name: 'With one letter more a form does not match, and the share of equal characters tells how far',
    },
    switchOff: { file: MATCH, find: 'score: isSame ? 1 : 0', replace: 'score: 1' },
  },
  {
    line: 1224,
    rule: 'The score of the comparison is -1.0 where it cannot be processed.',
    test: { file: MATCHED, name: 'Without a concluded identity nothing can be told' },
    switchOff: {
      file: MATCH,
      find: 'return { score: -1, match: null }',
      replace: 'return { score: 0, match: null }',
    },
  },
  {
    line: 1225,
    rule: 'match is the percentage of characters matching.',
    choice:
      'A share of 0-1, as the 0.95 of the example: of the longer text, those in the same order in both.',
    test: { file: MATCHED, name: 'Characters count where they stand in the same order' },
    switchOff: {
      file: MATCH,
      find: 'all: Math.max(a.length, b.length)',
      replace: 'all: Math.max(a.length, b.length) + 1',
    },
  },
  {
    line: 810,
    rule: 'The related link of a relationship leads to the related resource.',
    choice:
      'It leads to our own API, with underscores as recorded; dashes and a missing or added slash work too.',
    test: {
      file: 'test/contracts/related-links.test.ts',
      name: 'Every link of a whole answer leads to what its relationship names, as the answer shows it',
    },
    switchOff: {
      file: 'server/http/resources/present-related.ts',
      find: 'return { data: (related.data && find(shown, related.data)) ?? null }',
      replace: 'return { data: null }',
    },
  },
  {
    line: 869,
    rule: 'identity-form-match is a list of identity-form-matches.',
    choice: 'Its address has the dashes of the example; it is absent where no form was saved, as recorded.',
    test: { file: DECLARED, name: 'Without a form there is none in the answer' },
    switchOff: {
      file: PRESENT,
      find: 'if (!record.identityFormMatch) return {}\n',
      replace: '',
    },
  },
  {
    line: 959,
    rule: 'An identity has a relationship to its form.',
    choice:
      'Only where there is one: recorded answers have none. A form is stored, shown and compared; the app asks none yet.',
    test: {
      file: DECLARED,
      name: 'What the applicant declared is in a processed answer, compared with what was read',
    },
    switchOff: {
      file: INCLUDED,
      find: '...(form ? { form: toOne(',
      replace: '...(form ? { none: toOne(',
    },
  },
  {
    line: 1170,
    rule: 'A form has a middle name.',
    choice:
      'From the table: the example lacks it. A form is stored, shown and compared; the app asks none yet.',
    test: {
      file: DECLARED,
      name: 'What the applicant declared is in a processed answer, compared with what was read',
    },
    switchOff: {
      file: 'server/http/resources/_present-form.ts',
      find: "      'middle-name': form.middleName,\n",
      replace: '',
    },
  },
  {
    line: 1183,
    rule: 'siren is a number.',
    choice:
      'A JSON number, as the table says; the example has a string. A form is stored, shown and compared; the app asks none yet.',
    test: {
      file: DECLARED,
      name: 'What the applicant declared is in a processed answer, compared with what was read',
    },
    switchOff: {
      file: 'server/http/resources/_present-form.ts',
      find: 'siren: form.siren',
      replace: 'siren: form.siren && String(form.siren)',
    },
  },
]
