import type { Image } from '../../../domain/image.ts'

/** What is asked of a filmed side. */
export type DoubtName =
  | 'screen'
  | 'photocopy'
  | 'blurred'
  | 'smeared'
  | 'dark'
  | 'cut'
  | 'too far'
  | 'not accepted'
  | 'hidden by a hand'
  | 'still picture'
  | 'corner cut off'
  | 'a value aslant'

/** Frames of one side that have, or have not, what a check asks for. */
export interface DoubtCase {
  /** Where the pictures are from and who distorted them. */
  set: string
  /** The doubt that is right; null for a side that nothing is wrong with. */
  truth: DoubtName | null
  /** What was done to it, for the table of single causes. */
  cause: string
  load(): Promise<Image[]>
}
