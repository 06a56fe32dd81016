import type { Topic } from '../../../bench/accuracy/figures/figure.ts'

/** What tells how a check does. */
export type Evidence =
  /** What the bench asked of cases of either class (`<topic>-checks.json`): a check's name there, and its sets. */
  | { data: Data; check: string; set: RegExp }
  /** What follows from figures of a topic: those that count one score of each class, and the score of the rest. */
  | { data: Data; topic: Topic; positives: CountedScores; negatives: CountedScores }
  /** The check is arithmetic over facts: the same facts always give the same score. */
  | { exact: string }
  /** No check speaks of it: why, and the measures tried whose names begin so. */
  | { notImplemented: string; tried: readonly string[] }

/**
 * Real pictures, though faults in them are mostly drawn, of the held-out half or of that which limits were set on; or all
 * of it drawn, anew where limits had been set on other drawings before.
 */
export type Data = 'real' | 'real, development' | 'drawn' | 'drawn anew'

/** Figures by the score that they count; the cases that none counts have the one of `rest`. */
export interface CountedScores {
  valid?: RegExp
  invalid?: RegExp
  unsure?: RegExp
  rest: 'valid' | 'unsure' | 'nothing'
}

/** A line of the table: something that is asked of a document or a face. */
export interface Check {
  asks: string
  /** The API's name of the score that it lowers. */
  score: string
  /** Rows of the rule table that speak of it. */
  rules: readonly string[]
  evidence: readonly Evidence[]
}
