import type { ConformanceRow } from '../conformance-row.ts'

const STATUSES = 'domain/identification.ts'
const STATUSES_TEST = 'domain/identification.test.ts'
const CODES_TEST = 'test/contracts/codes-and-comments.test.ts'
const VERSIONS_TEST = 'test/contracts/api-versions.test.ts'

/** Each reason code: its line in the text, its number, its word here. */
const REASON_CODES = [
  [408, 1201, 'insufficientConnection'],
  [409, 1301, 'documentTooBlurry'],
  [410, 1302, 'frontNotPresented'],
  [411, 1303, 'backNotPresented'],
  [412, 1304, 'documentHidden'],
  [413, 1305, 'noDynamicView'],
  [414, 1310, 'faceTooBlurry'],
  [415, 1311, 'faceNotPresented'],
  [416, 1312, 'faceNotFrontal'],
  [417, 1313, 'noLivenessMovement'],
  [418, 1320, 'poorLighting'],
  [419, 1901, 'internalError'],
  [420, 1911, 'videoUnplayable'],
  [421, 2101, 'documentExpired'],
  [422, 2102, 'documentNotAccepted'],
  [423, 2103, 'documentDamaged'],
  [424, 2201, 'photocopy'],
  [425, 2202, 'shownOnScreen'],
  [426, 2399, 'certifiedFraud'],
  [427, 2401, 'identityMismatch'],
  [428, 2402, 'alteredDevice'],
  [429, 2403, 'againstWill'],
] as const

/** Each sentence of the comment, from this line on. */
const FIRST_COMMENT_LINE = 444
const COMMENTS = [
  'The document video resolution is too low',
  'The document is not presented',
  'The document video quality is too low',
  'Back of the document is not presented',
  'Back of the document video quality is too low',
  'Some required data of the document could not be extracted',
  'Face is not presented',
  'Face video quality is too low',
  'Authenticity of the document could not be verified',
  'User liveness could not be verified',
  'Face and the document photo match could not be verified',
  'User did not follow the instructions when submitting their face',
  'User did not follow the instructions when submitting their document',
]

const STATUS_ROWS: readonly ConformanceRow[] = [
  {
    line: 386,
    rule: 'An identification becomes initiated when its user starts, and every status that follows is announced',
    test: {
      file: 'server/journey/journey.test.ts',
      name: 'is announced at each status, in order, and ends processed without review',
    },
    switchOff: {
      file: 'server/journey/start.ts',
      find: "if (identification.status === 'uninitiated')",
      replace: "if (identification.status === 'processed')",
    },
  },
  {
    line: 387,
    rule: 'From processing on the identification-url leads nowhere',
    test: { file: STATUSES_TEST, name: 'isOpen() holds while the link is usable' },
    switchOff: {
      file: STATUSES,
      find: "return status === 'uninitiated' || status === 'initiated'",
      replace: "return status !== 'expired'",
    },
  },
  {
    line: 388,
    rule: 'An identification is processed only after it was processing',
    test: {
      file: STATUSES_TEST,
      name: 'lets an identification be processed only after it was processing',
    },
    switchOff: {
      file: STATUSES,
      find: "  initiated: ['processing', 'aborted', 'expired']",
      replace: "  initiated: ['processing', 'processed', 'aborted', 'expired']",
    },
  },
  {
    line: 389,
    rule: 'A user leaves only an identification that is uninitiated or initiated',
    test: { file: STATUSES_TEST, name: 'lets only open identifications be aborted' },
    switchOff: {
      file: STATUSES,
      find: "processing: ['processed', 'expired']",
      replace: "processing: ['processed', 'aborted', 'expired']",
    },
  },
  {
    line: 389,
    rule: 'What is aborted, processed or expired stays so',
    test: { file: STATUSES_TEST, name: 'leads nowhere from an end and never back to the start' },
    switchOff: { file: STATUSES, find: 'aborted: []', replace: "aborted: ['initiated']" },
  },
  {
    line: 390,
    rule: 'Only uninitiated and initiated identifications expire',
    choice: 'Anonymizing one that is processing ends it as expired too, as the text says at that endpoint',
    test: { file: STATUSES_TEST, name: 'leads to expired from open identifications alone' },
    switchOff: {
      file: STATUSES,
      find: "if (to === 'expired' && !isOpen(from)) return null",
      replace: '',
    },
  },
  {
    line: 403,
    rule: 'The relationship `reason-codes` is always there, and holds codes once the identification is processed',
    choice: 'Recorded answers count none before',
    test: {
      file: 'server/http/resources/present-identification.test.ts',
      name: 'A score, its reason codes and the end are told only once processed',
    },
    switchOff: {
      file: 'server/http/resources/present-identification.ts',
      find: "const codes = record.status === 'processed' ? record.reasonCodes : []",
      replace: 'const codes = record.reasonCodes',
    },
  },
  {
    line: 435,
    rule: 'A comment joins its sentences',
    choice: 'With a full stop and a space between; the text does not say how',
    test: {
      file: 'test/contracts/simulate.test.ts',
      name: 'Every fixed sentence can be the comment, alone and joined',
    },
    switchOff: {
      file: 'server/identifications/save-conclusion.ts',
      find: "join('. ')",
      replace: "join(' ')",
    },
  },
  {
    line: 1626,
    rule: 'Changes that could break a client come as dated versions, and older ones are still served',
    choice: 'Versions are dates; v1.23, the last of the text, is 2022-12-07 (decision 18)',
    test: { file: VERSIONS_TEST, name: 'A request tries another version without changing the account' },
    switchOff: {
      file: 'server/http/versions/shape-document.ts',
      find: "'2026-11-25': withoutEventDetails,",
      replace: '',
    },
  },
  {
    line: 1626,
    rule: "Events are structured according to the account's version",
    choice:
      'Bodies of webhooks too; they have one shape, that of the text, in every version so far (decision 37)',
    test: {
      file: VERSIONS_TEST,
      name: 'An account pinned to the oldest version gets events in the words of a webhook',
    },
    switchOff: {
      file: 'server/http/versions/api-version-header.ts',
      find: 'clientOf(request).apiVersion ?? ',
      replace: '',
    },
  },
]

/** "Lifecycle", "Reason codes", "Comment" and "Versioning". */
export const LIFECYCLE_ROWS: readonly ConformanceRow[] = [
  ...STATUS_ROWS,
  ...REASON_CODES.map(
    ([line, code, word]): ConformanceRow => ({
      line,
      rule: `${code} is a reason code`,
      test: {
        file: CODES_TEST,
        name: `An identification is not validated for the reason ${code}, which its answer tells`,
      },
      switchOff: { file: 'domain/reason-code.ts', find: `${word}: ${code},`, replace: '' },
    }),
  ),
  ...COMMENTS.map(
    (sentence, index): ConformanceRow => ({
      line: FIRST_COMMENT_LINE + index,
      rule: `"${sentence}" is a sentence of the comment`,
      test: { file: CODES_TEST, name: `An answer tells the comment "${sentence}"` },
      switchOff: { file: 'domain/comment.ts', find: `'${sentence}'`, replace: "''" },
    }),
  ),
]
