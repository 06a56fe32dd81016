import type { ConformanceRow } from '../conformance-row.ts'

const PRESENTED = 'server/http/resources/present-identification.test.ts'
const WHOLE = 'test/contracts/whole-answer.test.ts'
const PRESENT = 'server/http/resources/present-identification.ts'
const INCLUDED = 'server/http/resources/_present-included.ts'
const STANDARD = 'server/identifications/standard-answer.test.ts'
const FORM_PARSED = 'server/http/endpoints/parse-identification-form.test.ts'
const MATCHED = 'server/checks/form-match/check-form-match.test.ts'
const MATCH = 'server/checks/form-match/check-form-match.ts'
const LIFECYCLE = 'test/contracts/lifecycle.test.ts'
const DECLARED = 'test/contracts/declared-form.test.ts'
const RULES_TEST = 'server/checks/rules/rule-table.test.ts'

/** Lifecycle, scores, standard answers, forms. */
export const ANSWER_ROWS: readonly ConformanceRow[] = [
  {
    line: 175,
    rule: 'The external user id, first name and last name are mandatory.',
    choice:
      'For configurations of the certified product; the standard one, the default, takes a create without them.',
    test: { file: FORM_PARSED, name: 'The certified product asks for a user id and both names' },
    switchOff: {
      file: 'server/http/endpoints/parse-identification-form.ts',
      find: "['reference-data', 'last-name'],",
      replace: '',
    },
  },
  {
    line: 385,
    rule: 'An uninitiated identification comes with identity and reference data.',
    test: {
      file: LIFECYCLE,
      name: 'An uninitiated identification comes with its identity and reference data alone',
    },
    switchOff: {
      file: INCLUDED,
      find: ': [presentIdentity(record, urls), presentReferenceData(record)]',
      replace: ': [presentIdentity(record, urls)]',
    },
  },
  {
    line: 387,
    rule: 'A processing identification comes with document and face.',
    choice: 'Also before the automatic answer is there: with their numbers and nulls.',
    test: {
      file: 'server/journey/fetch.test.ts',
      name: 'In processing the document and the face have their numbers before there is an answer',
    },
    switchOff: {
      file: 'server/journey/_move-to.ts',
      find: "if (moved.status === 'processing') await reserveNumbers(transaction, moved.id)",
      replace: '',
    },
  },
  {
    line: 387,
    rule: 'A processing identification comes with form and identity-form-match where there is a form.',
    choice: 'A form is stored, shown and compared; the app asks none yet.',
    test: {
      file: DECLARED,
      name: 'What the applicant declared is in a processing answer, compared with what was read',
    },
    switchOff: {
      file: 'server/journey/answer.ts',
      find: 'if (form) await saveFormMatch(',
      replace: 'if (!form) await saveFormMatch(',
    },
  },
  {
    line: 388,
    rule: 'A processed identification comes with every object there is.',
    choice: 'Checks and matches beside those of the table, as recorded; included is sorted by type.',
    test: { file: LIFECYCLE, name: 'A processed identification has its score, its end and every object' },
    switchOff: { file: INCLUDED, find: '    presentReferenceDataCheck(record, urls),\n', replace: '' },
  },
  {
    line: 389,
    rule: 'An aborted identification comes with identity and reference data.',
    test: {
      file: LIFECYCLE,
      name: 'An aborted identification comes with its identity and reference data alone',
    },
    switchOff: {
      file: INCLUDED,
      find: ": status === 'processing'\n",
      replace: ": status === 'processing' || status === 'aborted'\n",
    },
  },
  {
    line: 396,
    rule: 'Every score is 1.0, 0.0 or -1.0.',
    choice: 'Written with the decimal point, as recorded, so that typed parsers take it as a float.',
    test: { file: WHOLE, name: 'Scores are written with a decimal point' },
    switchOff: { file: 'server/http/json-api.ts', find: "1: rawJSON('1.0'),", replace: "1: rawJSON('1')," },
  },
  {
    line: 433,
    rule: 'The comment gives insights about processed identifications that are incomplete.',
    choice: 'Empty when validated, as recorded: not "Identity Verified", as in the example.',
    test: {
      file: PRESENTED,
      name: 'The comment of a validated identification is empty, and of one in progress absent',
    },
    switchOff: {
      file: PRESENT,
      find: "comment: isProcessed ? (record.comment ?? '') : record.comment,",
      replace: 'comment: record.comment,',
    },
  },
  {
    line: 547,
    rule: 'There are three standard answers to play with.',
    choice: 'For every account, in both environments; they cannot be changed.',
    test: {
      file: STANDARD,
      name: 'A standard answer belongs to the account, the configuration and the environment that ask for it',
    },
    switchOff: {
      file: 'server/identifications/standard-answer.ts',
      find: '    environment,\n    redirectUrl:',
      replace: "    environment: 'test',\n    redirectUrl:",
    },
  },
  {
    line: 550,
    rule: '11111111-1111-1111-1111-111111111111 is validated, score 1.0.',
    test: { file: STANDARD, name: 'The validated answer has a value for every object and attribute' },
    switchOff: {
      file: 'server/identifications/standard/validated.ts',
      find: '  score: 1,\n  reasonCodes',
      replace: '  score: 0,\n  reasonCodes',
    },
  },
  {
    line: 551,
    rule: '00000000-0000-0000-0000-000000000000 is refused, score 0.0, because the document is a photocopy.',
    choice: 'Reason code 2201.',
    test: { file: STANDARD, name: 'The refused answer says that the document is a photocopy' },
    switchOff: {
      file: 'server/identifications/standard/photocopy.ts',
      find: 'REASON_CODES.photocopy',
      replace: 'REASON_CODES.shownOnScreen',
    },
  },
  {
    line: 552,
    rule: '22222222-2222-2222-2222-222222222222 cannot be told, score -1.0, because the back was not shown.',
    choice: 'Reason code 1303 and its comment.',
    test: {
      file: STANDARD,
      name: 'The undecided answer says that the back was not shown, and has nothing of it',
    },
    switchOff: {
      file: 'server/identifications/standard/no-back.ts',
      find: 'comment: COMMENTS.backNotPresented',
      replace: "comment: ''",
    },
  },
  {
    line: 641,
    rule: 'The extracted name, first name and birth date are compared with the form.',
    test: {
      file: MATCHED,
      name: 'With another day a form does not match, and the share of equal characters tells how far',
    },
    switchOff: {
      file: MATCH,
      find: '{ read: identity.birthDate, declared: form.birthDate, isSame: isEqual },',
      replace: '',
    },
  },
  {
    line: 707,
    rule: 'Calls made over plain HTTP fail.',
    choice:
      "Beside the pages on loopback without TLS, the one place with plain HTTP, the API's addresses are answered 403.",
    test: {
      file: 'server/http/web/api-door.test.ts',
      name: 'Over plain HTTP the API is refused and says why, whatever is asked of it',
    },
    switchOff: {
      file: 'server/http/web/api-door.ts',
      find: "if (transport === 'plain') {",
      replace: "if (transport !== 'plain') {",
    },
  },
  {
    line: 639,
    rule: 'The results of the form are in the object form.',
    choice: 'A form is stored, shown and compared; the app asks none yet.',
    test: {
      file: DECLARED,
      name: 'What the applicant declared is in a processed answer, compared with what was read',
    },
    switchOff: {
      file: 'server/http/resources/_present-form.ts',
      find: "'first-name': form.firstName",
      replace: "'first-name': form.middleName",
    },
  },
  {
    line: 412,
    rule: 'A card that goes on beyond the frame is partly hidden: 1304',
    choice: 'Only while no zone of that side was read with all its digits',
    test: { file: RULES_TEST, name: 'holds: front-cut' },
    switchOff: {
      file: 'server/checks/rules/check-quality.ts',
      find: "if (doubts?.extent === 'cut') {",
      replace: 'if (doubts?.extent === null) {',
    },
  },
  {
    line: 412,
    rule: 'A hand over what could not be read hides part of the document: 1304',
    choice: 'Only over what every document has; a thumb at the rim hides nothing (decision 59)',
    test: { file: RULES_TEST, name: 'holds: hand-over-it' },
    switchOff: {
      file: 'server/checks/rules/doubts/check-hand.ts',
      find: "if (place === 'portrait') return portrait === null",
      replace: "if (place === 'portrait') return false",
    },
  },
  {
    line: 413,
    rule: 'A document that stood still while it was filmed was not shown in movement: 1305',
    choice: 'For review, never a refusal: a camera on a stand films a true document so too (decision 60)',
    test: { file: RULES_TEST, name: 'holds: still-view' },
    switchOff: {
      file: 'server/checks/rules/doubts/check-view.ts',
      find: 'if (!view || view.frames < THRESHOLDS.stillFramesMinimum) return null',
      replace: 'if (!view || view.frames > THRESHOLDS.stillFramesMinimum) return null',
    },
  },
  {
    line: 423,
    rule: 'A document whose corner is cut off is damaged: 2103',
    choice: 'For review; creases, holes, stains and wear are not measured',
    test: { file: RULES_TEST, name: 'holds: corner-missing' },
    switchOff: {
      file: 'server/checks/rules/doubts/check-damage.ts',
      find: 'missing < THRESHOLDS.missingCornerMinimum',
      replace: 'missing > THRESHOLDS.missingCornerMinimum',
    },
  },
  {
    line: 422,
    rule: 'A document of a kind that cannot be verified is refused: 2102',
    choice: 'Visas, which identify nobody without the passport they are in',
    test: { file: RULES_TEST, name: 'holds: not-accepted' },
    switchOff: {
      file: 'server/checks/rules/check-accepted.ts',
      find: "= ['MRV-A', 'MRV-B']",
      replace: '= []',
    },
  },
  {
    line: 425,
    rule: 'A document on a screen is refused: 2202',
    choice:
      'By the order of the colours in its pixels; where it shows less clearly it is left to a reviewer (-1)',
    test: { file: RULES_TEST, name: 'holds: screen' },
    switchOff: {
      file: 'server/checks/rules/check-screen.ts',
      find: 'stripes > THRESHOLDS.stripesOfScreensMinimum',
      replace: 'stripes < 0',
    },
  },
  {
    line: 444,
    rule: 'A card too far from the camera is told by the sentence on resolution',
    choice: 'With 1301, the code of blurred videos, for the text has none of its own',
    test: { file: RULES_TEST, name: 'holds: front-far' },
    switchOff: {
      file: 'server/checks/rules/check-quality.ts',
      find: 'doubts.cardWidth >= THRESHOLDS.cardWidthMinimum',
      replace: 'doubts.cardWidth >= 0',
    },
  },
]
