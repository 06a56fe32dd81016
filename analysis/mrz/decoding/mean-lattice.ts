import type { LineLattice } from './line-lattice.ts'

/** The mean of log probabilities: the geometric mean of what the frames believe. At least one lattice. */
export function meanLattice(lattices: readonly LineLattice[]): LineLattice {
  const mean = new Float32Array(lattices[0].length)
  for (const lattice of lattices) {
    for (let i = 0; i < mean.length; i++) mean[i] += lattice[i] / lattices.length
  }
  return mean
}
