import { wilsonInterval } from '../measure/wilson-interval.ts'
import type { FieldOutcome, JudgedSide } from './judge-side.ts'

/** Sets of fields that stand in columns of their own. */
export const SETS = {
  fields: () => true,
  names: ({ name }) => name === 'lastName' || name === 'firstNames',
  dates: ({ name }) => /date$/i.test(name),
} as const satisfies Record<string, (field: FieldOutcome) => boolean>

/** Name of one. */
export type FieldSet = keyof typeof SETS

/** A count and what it is of. */
export interface Count {
  count: number
  total: number
}

/** Sides whose layout was known. */
export function countLayouts(of: readonly JudgedSide[]): Count {
  return { count: of.filter(({ isLayoutRight }) => isLayoutRight).length, total: of.length }
}

/** Fields of a set that were read to the last mark. */
export function countFields(of: readonly JudgedSide[], set: FieldSet): Count {
  const fields = of.flatMap(({ fields }) => fields).filter(SETS[set])
  return { count: fields.filter(({ isRight }) => isRight).length, total: fields.length }
}

/** Fields that were read to the last letter. */
export function countLetters(of: readonly { fields: readonly FieldOutcome[] }[]): Count {
  const fields = of.flatMap(({ fields }) => fields)
  return { count: fields.filter(({ hasRightLetters }) => hasRightLetters).length, total: fields.length }
}

/** A count, what it is of, and the 95 % interval of its share, %; a dash for none. */
export function share({ count, total }: Count): string {
  if (total === 0) return '–'
  const [from, to] = wilsonInterval(count, total)
  return `${count}/${total} [${(from * 100).toFixed(1)}, ${(to * 100).toFixed(1)}]`
}

/** The shares that a row of a table tells of some sides: type and side, fields, letters, names, dates. */
export function shareCells(of: readonly JudgedSide[]): string[] {
  const counts = [
    countLayouts(of),
    countFields(of, 'fields'),
    countLetters(of),
    countFields(of, 'names'),
    countFields(of, 'dates'),
  ]
  return counts.map(share)
}
