import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { REVIEWERS_CODES, REVIEWERS_COMMENTS, RULES } from '../../server/checks/rules/rule-table.ts'
import { THRESHOLDS } from '../../server/checks/rules/thresholds.ts'
import { chosenThresholds } from './chosen-thresholds.ts'

const PROJECT = resolve(import.meta.dirname, '../..')

const INTRODUCTION = `# From facts to the answer

What was seen in the video and what the answer says of it. Written by \`node tools/docs/run.ts --write\` from
\`server/checks/rules/rule-table.ts\`; a test proves each row against the code that answers.

A score is 1 (valid), 0 (not valid) or -1 (cannot tell); what was not checked is null and never counts as valid. The overall
score is 0 when any check is 0, else -1 when any is -1, else 1. When a check is 0, only the reasons of the checks that are 0 are
given ([decision 6](decisions/0006-reasons-of-a-refusal.md)). Thresholds are listed below, with those that were
chosen and not measured; \`server/checks/rules/thresholds.ts\` has the measurement or the source that set each of the others. What each check found and the thresholds of that day are kept with every answer:
\`vidimus explain <identification>\` tells them with the facts
([decision 65](decisions/0065-an-answer-keeps-its-grounds.md)).

Zones have two digits of a year of birth: its century is the latest that is not to come, or an earlier one that the print surely says
([decision 85](decisions/0085-lines-of-a-front-are-held-against-the-back.md)).
`

/** The page of the rule table. */
export function writeRules(): string {
  const rules = RULES.map(({ check, when, score, reasonCode, comment }) =>
    row([
      `\`${check}\``,
      when,
      String(score),
      reasonCode === null ? '–' : String(reasonCode),
      comment ?? '–',
    ]),
  )
  const codes = REVIEWERS_CODES.map(({ reasonCode, why }) => row([String(reasonCode), why]))
  return [
    INTRODUCTION,
    row(['check', 'when', 'score', 'reason code', 'sentence']),
    '|---|---|---|---|---|',
    ...rules,
    '\n## Left to reviewers\n\nCodes that no check of this version gives:\n',
    row(['reason code', 'why no check gives it']),
    '|---|---|',
    ...codes,
    `\nSentences that no check of this version writes: ${REVIEWERS_COMMENTS.map((text) => `"${text}"`).join(', ') || 'none'}.`,
    '\n## Thresholds\n\nWhat facts are held against, as it is kept with every answer; the bands of faces are of the model that compares them. How many characters make a value or a name that can be told at all, and how many may be misread in it, stands with the code that tells it.\n',
    `Chosen, not measured: ${chosenNames().join(', ')}. Why, says the comment of each.\n`,
    row(['threshold', 'value']),
    '|---|---|',
    ...thresholdRows(THRESHOLDS),
    '',
  ].join('\n')
}

/** Those whose comment says that they were chosen, the limits of a face that is seen well enough under their group. */
function chosenNames(): string[] {
  const chosenIn = (file: string) => chosenThresholds(readFileSync(join(PROJECT, file), 'utf8'))
  const ofFaces = chosenIn('domain/faces/judge-likeness.ts').filter((name) => name in THRESHOLDS.seenFace)
  const own = chosenIn('server/checks/rules/thresholds.ts').filter((name) => name in THRESHOLDS)
  return [...own, ...ofFaces.map((name) => `seenFace.${name}`)].map((name) => `\`${name}\``)
}

/** One row for each number, those of a group by both names. */
function thresholdRows(thresholds: object, group = ''): string[] {
  return Object.entries(thresholds).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? thresholdRows(value, `${group}${name}.`)
      : [row([`\`${group}${name}\``, String(value)])],
  )
}

function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`
}
