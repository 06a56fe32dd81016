/** What of the bench has a topic of its own, measured and recorded alone. */
export const TOPICS = ['zones', 'fields', 'cards', 'doubts', 'faces', 'attacks', 'speed'] as const

/** One of them. */
export type Topic = (typeof TOPICS)[number]

/** A share that must not get worse unnoticed. */
export interface Figure {
  /** Names it among those of its topic. */
  name: string
  count: number
  total: number
  /** Whether a greater share is better, or a smaller one. */
  better: 'more' | 'less'
}

/** How many cases got each score; `nothing` where the check says nothing. */
export interface ScoreCounts {
  valid: number
  invalid: number
  unsure: number
  nothing: number
}

/** What a check said of cases that have what it asks for, and of such that nothing is wrong with. */
export interface CheckShares {
  /** Where the cases are from. */
  set: string
  check: string
  positives: ScoreCounts
  negatives: ScoreCounts
}

/** A measure that no check uses: how many cases of either class lie beyond its limit. */
export interface TriedMeasure {
  measure: string
  positives: { count: number; total: number }
  negatives: { count: number; total: number }
}

/** What a topic says of checks: those that it measured, and measures that were tried for others. */
export interface CheckRecord {
  shares: CheckShares[]
  tried: TriedMeasure[]
}

/** What a topic has measured: its tables as Markdown, the figures that are watched, and what checks said where it asked any. */
export interface TopicReport {
  text: string
  figures: Figure[]
  checks?: CheckRecord
}
