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

/** What a topic has measured: its tables as Markdown, and the figures that are watched. */
export interface TopicReport {
  text: string
  figures: Figure[]
}
