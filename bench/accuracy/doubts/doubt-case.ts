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
  | 'glare'
  | 'expired'
  | 'a zone of two'
  | 'side not shown'
  | 'two documents'
  | 'print of another'
  | 'face not shown'
  | 'face blurred'
  | 'face dark'
  | 'face sideways'
  | 'several faces'

/** Frames of one side that have, or have not, what a check asks for. */
export interface DoubtCase {
  /** Where the pictures are from and who distorted them. */
  set: string
  /** The doubt that is right; null for a side that nothing is wrong with. */
  truth: DoubtName | null
  /** What else is right to doubt: the case is one of it too, and of no other check's. */
  besides?: DoubtName
  /** What was done to it, for the table of single causes. */
  cause: string
  /** ISO date YYYY-MM-DD on which the document ends; absent where it is not known. */
  expiryDate?: string | null
  /** Which side the frames show; the front where it is absent. */
  side?: 'front' | 'back'
  load(): Promise<Image[]>
}

/** Whether a case has what a check asks for, has nothing against it, or is none of it: it has another fault. */
export function classOf(
  { truth, besides }: Pick<DoubtCase, 'truth' | 'besides'>,
  check: DoubtName,
): 'positive' | 'negative' | null {
  if (truth === check || besides === check) return 'positive'
  return truth === null ? 'negative' : null
}
