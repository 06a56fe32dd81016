/** A column shorter than this beside what is left of it by those before it tells nothing new. */
const LEAST_LENGTH = 1e-3

/**
 * Tints as colour without brightness, three numbers a sample one after the other, less what the columns explain (least squares,
 * by making each column stand upright on those before it).
 */
export function residualsOf(tints: readonly number[], columns: readonly number[][]): number[] {
  const upright: number[][] = []
  for (const column of columns) {
    const rest = upright.reduce(without, [...column])
    const length = Math.sqrt(rest.reduce((sum, value) => sum + value * value, 0))
    if (length > LEAST_LENGTH) upright.push(rest.map((value) => value / length))
  }
  const residuals = [...tints]
  for (let c = 0; c < 3; c++) {
    const levels = Array.from({ length: tints.length / 3 }, (_, i) => {
      const at = i * 3
      return tints[at + c] - (tints[at] + tints[at + 1] + tints[at + 2]) / 3
    })
    for (const [i, level] of upright.reduce(without, levels).entries()) residuals[i * 3 + c] = level
  }
  return residuals
}

/** A row of numbers less its part along another of length 1. */
function without(row: number[], along: readonly number[]): number[] {
  const share = row.reduce((sum, value, i) => sum + value * along[i], 0)
  return row.map((value, i) => value - share * along[i])
}
