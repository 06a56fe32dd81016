import { BLANK, MRZ_CLASSES, type MrzPosteriors } from '../decoding/mrz-posteriors.ts'

/** Where the characters of a line stand: the step of each one's middle, not whole. */
export type Cells = Float64Array

/** How far from a cell's middle its character may be marked, whole steps. */
export const CELL_REACH = 1
/** A cell of which nothing is seen, or a mark between cells, is this unlikely at least; logarithm. */
const LEAST = -8
/** Deviation of the recogniser's marks from the middles of cells, steps: they scatter by 0.3, most of it rounding. */
const MARK_DEVIATION = 0.5
/** While the search is coarse no comb is right: marks may be further off. */
const COARSE_DEVIATION = 1.2

/** How a line of cells may lie: first and last step, and how far its middle is pushed along. */
interface Comb {
  first: number
  last: number
  bend: number
}

/** Middle of the first character from the line's beginning, and of the last from its end, steps, in a tight cut. */
const TIGHT_ENDS = { first: 1.2, last: 3.6 }
/** Print beside a line may have been cut with it: how far the first and the last cell may be from there, share. */
const LOOSE_SHARE = 0.16
/** Perspective makes one end's cells wider: the middle is off by up to this, steps. */
const MAX_BEND = 3
/** Steps of the search, from coarse to fine. */
const COARSE = 1
const MIDDLE = 0.5
const FINE = 0.25

/**
 * Where the cells of a line of `length` characters are. The print has one pitch (ICAO 9303-3 §4.3) and the recogniser
 * marks each character at its middle: the cells lie where every one has a mark and none is between.
 */
export function findCells(posteriors: MrzPosteriors, length: number): Cells {
  const marks = marksOf(posteriors)
  const rough = (comb: Comb) => likelihood(marks, comb, { length, deviation: COARSE_DEVIATION })
  const exact = (comb: Comb) => likelihood(marks, comb, { length, deviation: MARK_DEVIATION })
  const tight = { first: TIGHT_ENDS.first, last: posteriors.steps - TIGHT_ENDS.last, bend: 0 }
  const loose = Math.ceil(posteriors.steps * LOOSE_SHARE)
  const straight = best(around(tight, { ends: loose, bend: 0, step: COARSE }), rough)
  const bent = best(around(straight, { ends: 1, bend: MAX_BEND, step: MIDDLE }), rough)
  const fine = best(around(bent, { ends: MIDDLE, bend: MIDDLE, step: FINE }), exact)
  return Float64Array.from({ length }, (_, position) => placeOf(fine, position / (length - 1)))
}

/** Loss of likelihood, logarithm, of a mark at a step for a cell with its middle at a place. */
export function offPlace(step: number, place: number, deviation: number = MARK_DEVIATION): number {
  return -(((step - place) / deviation) ** 2) / 2
}

/** For each step how likely some character is marked there, and how likely none; logarithms. */
interface Marks {
  some: Float64Array
  none: Float64Array
}

function marksOf({ data, steps }: MrzPosteriors): Marks {
  const some = new Float64Array(steps)
  const none = new Float64Array(steps)
  for (let step = 0; step < steps; step++) {
    const row = data.subarray(step * MRZ_CLASSES, (step + 1) * MRZ_CLASSES)
    some[step] = Math.max(...row.subarray(0, BLANK))
    none[step] = Math.max(LEAST, row[BLANK])
  }
  return { some, none }
}

function placeOf({ first, last, bend }: Comb, share: number): number {
  return first + (last - first) * share + 4 * bend * share * (1 - share)
}

/** How likely the marks are when the cells lie so: one in every cell, none between. */
function likelihood({ some, none }: Marks, comb: Comb, line: { length: number; deviation: number }): number {
  const { length, deviation } = line
  const { first, last, bend } = comb
  const sharpness = 1 / (2 * deviation * deviation)
  let sum = 0
  let next = 0
  // Calls are kept out of this loop: it runs for every cell of thousands of combs.
  for (let position = 0; position < length; position++) {
    const share = position / (length - 1)
    const place = first + (last - first) * share + 4 * bend * share * (1 - share)
    const middle = Math.round(place)
    const end = Math.min(some.length, middle + CELL_REACH + 1)
    for (; next < middle - CELL_REACH && next < none.length; next++) sum += none[next]
    let mark = LEAST
    for (let step = Math.max(0, middle - CELL_REACH); step < end; step++) {
      mark = Math.max(mark, some[step] - (step - place) * (step - place) * sharpness)
    }
    sum += mark
    next = Math.max(next, end)
  }
  for (; next < none.length; next++) sum += none[next]
  return sum
}

/** Combs whose ends and bend differ from one's by at most the given steps. */
function around(center: Comb, reach: { ends: number; bend: number; step: number }): Comb[] {
  const offsets = (most: number) => {
    const count = Math.round(most / reach.step)
    return Array.from({ length: 2 * count + 1 }, (_, i) => (i - count) * reach.step)
  }
  const ends = offsets(reach.ends)
  const bends = offsets(reach.bend)
  return ends.flatMap((first) =>
    ends.flatMap((last) =>
      bends.map((bend) => ({
        first: center.first + first,
        last: center.last + last,
        bend: center.bend + bend,
      })),
    ),
  )
}

function best(combs: readonly Comb[], value: (comb: Comb) => number): Comb {
  let greatest = -Infinity
  let chosen = combs[0]
  for (const comb of combs) {
    const score = value(comb)
    if (score <= greatest) continue
    greatest = score
    chosen = comb
  }
  return chosen
}
