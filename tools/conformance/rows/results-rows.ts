import type { ConformanceRow } from '../conformance-row.ts'

const STARTED = 'test/contracts/get-started.test.ts'
const LIFECYCLE = 'test/contracts/lifecycle.test.ts'
const SCORES = 'domain/score.test.ts'
const SCORE = 'domain/score.ts'
const INCLUDED = 'server/http/resources/_present-included.ts'

/** Each object of a whole answer: its line in the text, its type, where it is named. */
const OBJECTS: readonly (readonly [line: number, type: string, file: string, find: string])[] = [
  [370, 'identities', INCLUDED, "...identify('identities', identity.id),\n    attributes"],
  [371, 'reference-data', INCLUDED, "...identify('reference-data', referenceData.id),\n    attributes"],
  [372, 'external-identity', INCLUDED, "...identify('external-identity', external.id),"],
  [373, 'documents', 'server/http/resources/_present-document.ts', "const name = identify('documents',"],
  [374, 'faces', 'server/http/resources/_present-face.ts', "const name = identify('faces',"],
  [375, 'forms', 'server/http/resources/_present-form.ts', "...identify('forms', form.id),"],
  [
    376,
    'identity-form-matches',
    'server/http/resources/_present-form.ts',
    "...identify('identity-form-matches', match.id),",
  ],
]

const RULE_TABLE = 'server/checks/rules/rule-table.test.ts'
const FACE_QUALITY = 'server/checks/rules/check-quality.ts'
const LIVENESS = 'server/checks/rules/check-liveness.ts'
const MATCH = 'server/checks/rules/check-match.ts'

type Edit = readonly [file: string, find: string, replace: string]

/** Line of the text, rule, the row of the rule table that proves it, the edit that switches it off. */
const FACE_RULES: readonly (readonly [line: number, rule: string, name: string, edit: Edit])[] = [
  [
    414,
    '1310 is given when the best picture of the face is blurred',
    'face-blurry',
    [
      FACE_QUALITY,
      'if (quality.sharpness < THRESHOLDS.faceSharpnessMinimum) return REASON_CODES.faceTooBlurry',
      '',
    ],
  ],
  [
    415,
    '1311 is given when no frame shows a face',
    'face-absent',
    [FACE_QUALITY, 'reasonCode: REASON_CODES.faceNotPresented, ', ''],
  ],
  [
    416,
    '1312 is given when the best face looks aside',
    'face-sideways',
    [FACE_QUALITY, 'return isFrontal ? null : REASON_CODES.faceNotFrontal', 'return null'],
  ],
  [
    417,
    '1313 is given when a turn that was asked was not made',
    'no-turn',
    [LIVENESS, '      reasonCode: REASON_CODES.noLivenessMovement,\n', ''],
  ],
  [
    418,
    '1320 is given when the best face is dark',
    'face-dark',
    [FACE_QUALITY, '    return REASON_CODES.poorLighting\n', '    return null\n'],
  ],
  [
    426,
    'Another face than the document’s is 2399 in a certified verification',
    'another-person-certified',
    [MATCH, 'reasonOfFraud(product, REASON_CODES.notTheOwner)', 'REASON_CODES.notTheOwner'],
  ],
  [
    453,
    'Liveness could not be verified when another face is seen along the turns',
    'another-face-on-the-way',
    [LIVENESS, '!isOnePerson(facts) || ', ''],
  ],
  [
    453,
    'Liveness could not be verified when the face did not follow the colours of the screen',
    'not-lit',
    [
      LIVENESS,
      'return isLit && isLitTurning && !isDoubted(facts)',
      'return isLitTurning && !isDoubted(facts)',
    ],
  ],
  [
    453,
    'Liveness could not be verified when the face shows the grid of a screen',
    'face-patterned',
    [LIVENESS, 'return isPatterned(facts) || askedTooOften(facts)', 'return askedTooOften(facts)'],
  ],
  [
    453,
    'Liveness could not be verified when more challenges were drawn than an honest applicant needs',
    'asked-too-often',
    [LIVENESS, 'return isPatterned(facts) || askedTooOften(facts)', 'return isPatterned(facts)'],
  ],
  [
    451,
    'The face video is of too low quality when eyes or mouth are covered',
    'face-covered',
    [FACE_QUALITY, 'plainness && isFaceCovered(plainness)', 'false'],
  ],
  [
    454,
    'The match could not be verified when the likeness lies between the bands',
    'match-between-bands',
    [MATCH, 'cannotTell({ comment: COMMENTS.matchNotVerified })', 'cannotTell({})'],
  ],
  [
    455,
    'Instructions were not followed when the head turned to the other side',
    'turned-the-other-way',
    [
      LIVENESS,
      'if (turnedOtherWay(facts)) return cannotTell({ comment: COMMENTS.faceInstructionsNotFollowed })',
      '',
    ],
  ],
]

/** Reason codes and sentences of the face, each with its evidence; a verification without a face. */
const FACES_ROWS: readonly ConformanceRow[] = [
  ...FACE_RULES.map(
    ([line, rule, name, [file, find, replace]]): ConformanceRow => ({
      line,
      rule,
      test: { file: RULE_TABLE, name: `holds: ${name}` },
      switchOff: { file, find, replace },
    }),
  ),
  {
    line: 1341,
    rule: 'Without a face asked for, face checks are absent and do not lower the score',
    test: {
      file: 'server/journey/journey.test.ts',
      name: 'without a face asked for has no face checks, and the score of its document',
    },
    switchOff: {
      file: 'server/checks/conclude-answer.ts',
      find: "facts.face === 'not-asked' ? null : faceFindings(facts)",
      replace: 'faceFindings(facts)',
    },
  },
]

/** "Identification results": the objects, what a status includes, scores, reason codes and the comment. */
export const RESULTS_ROWS: readonly ConformanceRow[] = [
  {
    line: 369,
    rule: 'The main object is the identification',
    test: {
      file: STARTED,
      name: 'What was created is retrieved with 200, its resources found by their type',
    },
    switchOff: {
      file: 'server/http/resources/present-identification.ts',
      find: "...identify('identifications', record.id),",
      replace: "...identify('identification', record.id),",
    },
  },
  ...OBJECTS.map(
    ([line, type, file, find]): ConformanceRow => ({
      line,
      rule: `A whole answer includes an object of ${type}`,
      test: { file: 'test/contracts/whole-answer.test.ts', name: `A whole answer includes the ${type}` },
      switchOff: { file, find, replace: find.replace(`'${type}'`, "'nothing'") },
    }),
  ),
  {
    line: 386,
    rule: 'An initiated identification comes with identity and reference data',
    test: {
      file: LIFECYCLE,
      name: 'An initiated identification comes with its identity and reference data alone',
    },
    switchOff: {
      file: INCLUDED,
      find: ": status === 'processing'\n",
      replace: ": status === 'processing' || status === 'initiated'\n",
    },
  },
  {
    line: 390,
    rule: 'An expired identification comes with identity and reference data',
    choice: 'The text names no objects for it',
    test: {
      file: LIFECYCLE,
      name: 'An expired identification comes with its identity and reference data alone',
    },
    switchOff: {
      file: INCLUDED,
      find: ": status === 'processing'\n",
      replace: ": status === 'processing' || status === 'expired'\n",
    },
  },
  {
    line: 397,
    rule: 'A check is 1.0 when it is validated, a sum of checks when each of them is',
    test: { file: SCORES, name: 'is 1 only when every check is 1' },
    switchOff: {
      file: SCORE,
      find: 'scores.every((score) => score === 1)',
      replace: 'scores.some((score) => score === 1)',
    },
  },
  {
    line: 398,
    rule: 'A check is 0.0 when there is an issue, a sum of checks when one of them has one',
    test: { file: SCORES, name: 'is 0 as soon as one check found an issue' },
    switchOff: { file: SCORE, find: '  if (scores.includes(0)) return 0\n', replace: '' },
  },
  {
    line: 399,
    rule: 'A check is -1.0 when there is not enough to tell, a sum of checks when one of them is',
    choice: 'A check that was not done counts as such in a sum, and is null by itself',
    test: { file: SCORES, name: 'cannot tell from a check that was not done, nor from none at all' },
    switchOff: { file: SCORE, find: 'scores.length > 0 && ', replace: '' },
  },
  {
    line: 405,
    rule: 'A refused identification can contain several reason codes',
    test: {
      file: 'test/contracts/codes-and-comments.test.ts',
      name: 'A refused identification tells all of its reasons',
    },
    switchOff: {
      file: 'server/http/resources/present-identification.ts',
      find: "record.status === 'processed' ? record.reasonCodes : []",
      replace: "record.status === 'processed' ? record.reasonCodes.slice(0, 1) : []",
    },
  },
  {
    line: 439,
    rule: 'The comment is filled automatically',
    choice: 'There is no screen for reviewers yet: sentences that no rule writes are left to them',
    test: {
      file: 'server/checks/conclude-answer.test.ts',
      name: 'cannot tell from a blurred document and says 1301',
    },
    switchOff: {
      file: 'server/checks/conclude-answer.ts',
      find: 'comments: [...comments],',
      replace: 'comments: [],',
    },
  },
  {
    line: 1078,
    rule: 'The issuing state is told by its code of ISO 3166-1 alpha-3',
    choice: 'Germany as DEU, where its zones have D; what ISO has no code for as the zone has it',
    test: {
      file: 'server/checks/read-document.test.ts',
      name: 'readDocument() tells the state that a zone writes as D as DEU',
    },
    switchOff: {
      file: 'server/checks/read-document.ts',
      find: 'issuingStateCode: isoState(fields.issuingState),',
      replace: 'issuingStateCode: fields.issuingState,',
    },
  },
  {
    line: 1082,
    rule: 'The nationality is told by its code of ISO 3166-1 alpha-3',
    choice: 'The kinds of British nationality as GBR; the stateless as XXA, which ISO has not',
    test: {
      file: 'server/checks/read-document.test.ts',
      name: 'readDocument() tells the state that a zone writes as GBN as GBR',
    },
    switchOff: {
      file: 'server/checks/read-document.ts',
      find: 'nationality: fields.nationality && isoState(fields.nationality),',
      replace: 'nationality: fields.nationality,',
    },
  },
  {
    line: 1085,
    rule: 'Remarks about the document are told',
    choice: 'Of licences those of both sides: the classes held, then the codes that restrict them',
    test: {
      file: 'server/checks/read-document.test.ts',
      name: 'readDocument() tells the remarks of both sides of a licence',
    },
    switchOff: {
      file: 'server/checks/rules/print/print-of.ts',
      find: '...first.fields, ...remarks }',
      replace: '...first.fields }',
    },
  },
  ...FACES_ROWS,
]
