import type { ConformanceRow } from '../conformance-row.ts'

const TABLE = 'server/checks/rules/rule-table.test.ts'
const QUALITY = 'server/checks/rules/check-quality.ts'
const LIVENESS = 'server/checks/rules/check-liveness.ts'
const MATCH = 'server/checks/rules/check-match.ts'

type Edit = readonly [file: string, find: string, replace: string]

/** Line of the text, rule, the row of the rule table that proves it, the edit that switches it off. */
const RULES: readonly (readonly [line: number, rule: string, name: string, edit: Edit])[] = [
  [
    414,
    '1310 is given when the best picture of the face is blurred',
    'face-blurry',
    [
      QUALITY,
      'if (quality.sharpness < THRESHOLDS.faceSharpnessMinimum) return REASON_CODES.faceTooBlurry',
      '',
    ],
  ],
  [
    415,
    '1311 is given when no frame shows a face',
    'face-absent',
    [QUALITY, 'reasonCode: REASON_CODES.faceNotPresented, ', ''],
  ],
  [
    416,
    '1312 is given when the best face looks aside',
    'face-sideways',
    [QUALITY, 'return isFrontal ? null : REASON_CODES.faceNotFrontal', 'return null'],
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
    [QUALITY, '    return REASON_CODES.poorLighting\n', '    return null\n'],
  ],
  [
    426,
    'Another face than the document’s is 2399 in a certified verification',
    'another-person-certified',
    [
      MATCH,
      "product === 'certified' ? REASON_CODES.certifiedFraud : REASON_CODES.notTheOwner",
      'REASON_CODES.notTheOwner',
    ],
  ],
  [
    453,
    'Liveness could not be verified when another face is seen along the turns',
    'another-face-on-the-way',
    [LIVENESS, '!isOnePerson(facts) || ', ''],
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
export const FACES_ROWS: readonly ConformanceRow[] = [
  ...RULES.map(
    ([line, rule, name, [file, find, replace]]): ConformanceRow => ({
      line,
      rule,
      test: { file: TABLE, name: `holds: ${name}` },
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
