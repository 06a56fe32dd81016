import type { LineAlignment } from './align-line.ts'
import { MRZ_CHARACTERS } from './mrz-characters.ts'
import { MRZ_CLASSES, type MrzPosteriors } from './mrz-posteriors.ts'

/**
 * For each position of a line the natural logarithm of the probability of each character, in the order of
 * MRZ_CHARACTERS; the probabilities of a position sum to 1.
 */
export type LineLattice = Float32Array

/** Characters a position of a lattice tells about. */
export const LATTICE_CLASSES = MRZ_CHARACTERS.length
/** Steps before and after a character's surest one that also tell about it. */
const REACH_STEPS = 1

/** What the posteriors say at each position of an aligned line. */
export function lineLattice(posteriors: MrzPosteriors, alignment: LineAlignment): LineLattice {
  const lattice = new Float32Array(alignment.steps.length * LATTICE_CLASSES)
  alignment.steps.forEach((step, position) => {
    const target = lattice
      .subarray(position * LATTICE_CLASSES, (position + 1) * LATTICE_CLASSES)
      .fill(-Infinity)
    const before = alignment.steps[position - 1] ?? -Infinity
    const after = alignment.steps[position + 1] ?? Infinity
    const from = Math.max(0, step - REACH_STEPS, before + 1)
    const to = Math.min(posteriors.steps - 1, step + REACH_STEPS, after - 1)
    for (let near = from; near <= to; near++) raise(target, posteriors, near)
    normalize(target)
  })
  return lattice
}

/** Raises each character's value to what it is at a step. */
function raise(target: Float32Array, posteriors: MrzPosteriors, step: number): void {
  const row = step * MRZ_CLASSES
  for (let place = 0; place < LATTICE_CLASSES; place++) {
    target[place] = Math.max(target[place], posteriors.data[row + place])
  }
}

function normalize(logarithms: Float32Array): void {
  let sum = 0
  for (const value of logarithms) sum += Math.exp(value)
  const shift = Math.log(sum)
  for (let i = 0; i < logarithms.length; i++) logarithms[i] -= shift
}
