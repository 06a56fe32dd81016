import type { AnswerGrounds } from '../../domain/answer.ts'
import { FACE_BANDS } from '../../domain/face-bands.ts'
import type { AttemptFacts } from './attempt-facts.ts'
import { likenessOf } from './rules/check-match.ts'
import type { Finding } from './rules/finding.ts'
import { THRESHOLDS } from './rules/thresholds.ts'

/** What each check found, by its name; null where there was nothing to check. */
export type NamedFindings = Readonly<Record<string, Finding | null>>

/** Why an answer is as it is: what each check found, and what the facts were held against. */
export function groundAnswer(findings: NamedFindings, facts: AttemptFacts): AnswerGrounds {
  return {
    outcomes: Object.entries(findings).flatMap(([check, found]) => (found ? [{ check, ...found }] : [])),
    likeness: likenessOf(facts),
    thresholds: { ...THRESHOLDS, faceBands: bandsOf(facts) },
  }
}

/** The bands that came with the templates: those of the model that made them. */
function bandsOf({ front }: AttemptFacts): unknown {
  if (typeof front === 'string' || !front.portrait) return null
  return front.portrait.templateBands ?? FACE_BANDS[front.portrait.templateModel] ?? null
}
