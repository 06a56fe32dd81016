import type { Specimen } from './specimen.ts'

/** A picture that is in no half yet. */
export type LabelledPicture = Omit<Specimen, 'split'>

/**
 * Collections that the reader is developed on; every other one is held out. Whole collections, for pictures of one
 * share camera, light and cutting.
 */
const DEVELOPMENT_SOURCES = new Set(['passporteye', 'imagejs', 'yushulx'])

/**
 * The half of each picture: that of its collection, but never held out when the same zone is in the other half (states
 * publish few specimens, and collections repeat them).
 */
export function assignSplits(pictures: readonly LabelledPicture[]): Specimen[] {
  const textOf = (picture: LabelledPicture) => picture.lines.join('\n')
  const isForDevelopment = (picture: LabelledPicture) => DEVELOPMENT_SOURCES.has(picture.source)
  const seen = new Set(pictures.filter(isForDevelopment).map(textOf))
  return pictures.map((picture) => ({
    ...picture,
    split: seen.has(textOf(picture)) ? 'development' : 'held-out',
  }))
}
