import type { MrzFormat } from '../../../domain/facts.ts'

/** Which half of the pictures: one to develop on, one that only tells how well it went. */
export type Split = 'development' | 'held-out'

/** A picture of a document whose zone is known. */
export interface Specimen {
  path: string
  /** The collection it is from. */
  source: string
  file: string
  format: MrzFormat
  /** What is printed, line by line. */
  lines: string[]
  split: Split
}
