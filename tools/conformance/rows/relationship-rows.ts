// biome-ignore-all lint/suspicious/noTemplateCurlyInString: edits are the text of sources
import type { ConformanceRow } from '../conformance-row.ts'

const WHOLE = 'test/contracts/whole-answer.test.ts'
const MAIN = 'server/http/resources/present-identification.ts'
const INCLUDED = 'server/http/resources/_present-included.ts'
const FORM = 'server/http/resources/_present-form.ts'
const TO_OWN_API = 'Its link leads to our own API.'

/** A list among the relationships of an identification: its line in the text, its name, its address. */
const LISTS = [
  [802, 'doc-face-matches', 'doc_face_matches/'],
  [816, 'doc-doc-matches', 'doc_doc_matches/'],
  [841, 'document-checks', 'document_checks/'],
  [855, 'face-checks', 'face_checks/'],
] as const

/** A relationship to one: its line, the type that has it, its name, the edit's place, our choice. */
type ToOne = readonly [
  line: number,
  type: string,
  name: string,
  edit: readonly [file: string, find: string],
  choice?: string,
]

const OF_A_DOCUMENT = '`${urls.apiBaseUrl}/api/documents/${document.id}/identity`'
const OF_A_FACE = '`${urls.apiBaseUrl}/api/faces/${face.id}/identity`'
const OF_A_FORM = '`${urls.apiBaseUrl}/api/forms/${form.id}/identity`'
const OF_A_MATCH =
  'Its link is under identity_form_matches: the example has documents/425, which no match is.'

const TO_ONE: readonly ToOne[] = [
  [941, 'identities', 'document', [INCLUDED, '`${base}/document`']],
  [950, 'identities', 'face', [INCLUDED, '`${base}/face`']],
  [1052, 'documents', 'identity', ['server/http/resources/_present-document.ts', OF_A_DOCUMENT]],
  [
    1106,
    'faces',
    'identity',
    ['server/http/resources/_present-face.ts', OF_A_FACE],
    'Its link is under faces: the example has documents/629, which no face is.',
  ],
  [
    1151,
    'forms',
    'identity',
    [FORM, OF_A_FORM],
    'Its link is under forms: the example has identities/62, which is the number of the form.',
  ],
  [1197, 'identity-form-matches', 'identity', [FORM, '`${base}/identity`'], OF_A_MATCH],
  [1206, 'identity-form-matches', 'form', [FORM, '`${base}/form`'], OF_A_MATCH],
]

/** The relationships of the examples under "Objects". */
export const RELATIONSHIP_ROWS: readonly ConformanceRow[] = [
  ...LISTS.map(
    ([line, name, path]): ConformanceRow => ({
      line,
      rule: `An identification has the relationship ${name}: a list, its link and its count`,
      test: {
        file: WHOLE,
        name: `In a whole answer the relationship ${name} has its one resource, its link and its count`,
      },
      switchOff: { file: MAIN, find: `\`\${base}/${path}\``, replace: `\`\${base}/other/${path}\`` },
    }),
  ),
  {
    line: 834,
    rule: 'A reason code is named by its type and its digits',
    choice: 'It has no object of its own, as recorded',
    test: { file: WHOLE, name: 'A reason code is a name without an object of its own' },
    switchOff: { file: MAIN, find: "identify('reason-codes', code)", replace: "identify('reasons', code)" },
  },
  {
    line: 883,
    rule: 'An identification has the relationship identity: its one identity and its link',
    test: { file: WHOLE, name: 'The relationship identity leads to the one identity' },
    switchOff: { file: MAIN, find: '`${base}/identity`', replace: '`${base}/identities`' },
  },
  ...TO_ONE.map(
    ([line, type, name, [file, find], choice = TO_OWN_API]): ConformanceRow => ({
      line,
      rule: `An object of ${type} has the relationship ${name}`,
      choice,
      test: { file: WHOLE, name: `In a whole answer the ${type} have the relationship ${name}` },
      switchOff: { file, find, replace: find.replace(/\/(\w+)`$/, '/other/$1`') },
    }),
  ),
]
