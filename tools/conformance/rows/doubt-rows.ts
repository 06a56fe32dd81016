import type { ConformanceRow } from '../conformance-row.ts'

const RULES_TEST = 'server/checks/rules/rule-table.test.ts'

/** What speaks against a document, as the text's reason codes and sentences name it. */
export const DOUBT_ROWS: readonly ConformanceRow[] = [
  {
    line: 412,
    rule: 'A card that goes on beyond the frame is partly hidden: 1304',
    choice: 'Only while no zone of that side was read with all its digits; hands over the card are not seen',
    test: { file: RULES_TEST, name: 'holds: front-cut' },
    switchOff: {
      file: 'server/checks/rules/check-quality.ts',
      find: "if (doubts?.extent === 'cut') {",
      replace: 'if (doubts?.extent === null) {',
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
    choice: 'By the stripes of its pixels in colour; where these are weaker it is left to a reviewer (-1)',
    test: { file: RULES_TEST, name: 'holds: screen' },
    switchOff: {
      file: 'server/checks/rules/check-screen.ts',
      find: 'pattern.colour > THRESHOLDS.screenColourMinimum',
      replace: 'pattern.colour < 0',
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
