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
/** Cells lie no further outside the line than this beyond what the search moves them, steps. */
const ROOM_BEYOND = 4
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
  const loose = Math.ceil(posteriors.steps * LOOSE_SHARE)
  const room = loose + MAX_BEND + ROOM_BEYOND
  const rough = stretch(marks, { room, deviation: COARSE_DEVIATION })
  const exact = stretch(marks, { room, deviation: MARK_DEVIATION })
  const tight = { first: TIGHT_ENDS.first, last: posteriors.steps - TIGHT_ENDS.last, bend: 0 }
  const straight = bestAround(tight, { ends: loose, bend: 0, step: COARSE }, { stretch: rough, length })
  const bent = bestAround(straight, { ends: 1, bend: MAX_BEND, step: MIDDLE }, { stretch: rough, length })
  const fine = bestAround(bent, { ends: MIDDLE, bend: MIDDLE, step: FINE }, { stretch: exact, length })
  return Float64Array.from({ length }, (_, position) => placeOf(fine, position / (length - 1)))
}

/** The same places in shares of the line's length. */
export function cellPlaces(cells: Cells, steps: number): Float64Array {
  // A step's mark stands for the middle of what the step covers.
  return cells.map((place) => (place + 0.5) / steps)
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

/** The marks of a line as thousands of combs ask for them. */
interface Stretch {
  /** How likely a cell has its mark by where its middle is, from `-room` on, `PLACES` to a step. */
  marks: Float32Array
  room: number
  /** For each step how likely none of those before it has a mark. */
  noneBefore: Float64Array
}

/** Places of a cell's middle that are told apart within a step. */
const PLACES = 16

function stretch({ some, none }: Marks, { room, deviation }: { room: number; deviation: number }): Stretch {
  const marks = new Float32Array((some.length + 2 * room) * PLACES).fill(LEAST)
  for (let i = 0; i < marks.length; i++) {
    const place = i / PLACES - room
    const middle = Math.round(place)
    const end = Math.min(some.length - 1, middle + CELL_REACH)
    for (let step = Math.max(0, middle - CELL_REACH); step <= end; step++) {
      marks[i] = Math.max(marks[i], some[step] + offPlace(step, place, deviation))
    }
  }
  const noneBefore = new Float64Array(none.length + 1)
  for (let step = 0; step < none.length; step++) noneBefore[step + 1] = noneBefore[step] + none[step]
  return { marks, room, noneBefore }
}

/** How likely the marks are when the cells lie so: one in every cell, none between. */
function likelihood(
  { marks, room, noneBefore }: Stretch,
  { first, last, bend }: Comb,
  length: number,
): number {
  const steps = noneBefore.length - 1
  const pitch = 1 / (length - 1)
  let sum = 0
  let next = 0
  // Calls are kept out of this loop: it runs for every cell of thousands of combs.
  for (let position = 0; position < length; position++) {
    const share = position * pitch
    // Counted from where the room begins: never negative, so that what is cut to whole numbers after a half was added rounds.
    const place = room + first + (last - first) * share + 4 * bend * share * (1 - share)
    const middle = ((place + 0.5) | 0) - room
    if (middle - CELL_REACH > next) {
      const begin = Math.min(steps, middle - CELL_REACH)
      sum += noneBefore[begin] - noneBefore[next]
    }
    const at = (place * PLACES + 0.5) | 0
    sum += at < marks.length ? marks[at] : LEAST
    next = Math.max(next, Math.min(steps, middle + CELL_REACH + 1))
  }
  return sum + noneBefore[steps] - noneBefore[next]
}

/** The likeliest of the combs whose ends and bend differ from one's by at most the given steps. */
function bestAround(
  center: Comb,
  reach: { ends: number; bend: number; step: number },
  line: { stretch: Stretch; length: number },
): Comb {
  const ends = Math.round(reach.ends / reach.step)
  const bends = Math.round(reach.bend / reach.step)
  let greatest = -Infinity
  let chosen = center
  for (let first = -ends; first <= ends; first++) {
    for (let last = -ends; last <= ends; last++) {
      for (let bend = -bends; bend <= bends; bend++) {
        const comb = {
          first: center.first + first * reach.step,
          last: center.last + last * reach.step,
          bend: center.bend + bend * reach.step,
        }
        const score = likelihood(line.stretch, comb, line.length)
        if (score <= greatest) continue
        greatest = score
        chosen = comb
      }
    }
  }
  return chosen
}
