/** A column shorter than this beside what is left of it by those before it tells nothing new. */
const LEAST_LENGTH = 1e-3

/** The columns made to stand upright on each other, each of length 1: made once for all rows that they explain. */
export function uprightOf(columns: readonly number[][]): number[][] {
  const upright: number[][] = []
  for (const column of columns) {
    const rest = residualOf(column, upright)
    const length = Math.sqrt(rest.reduce((sum, value) => sum + value * value, 0))
    if (length > LEAST_LENGTH) upright.push(rest.map((value) => value / length))
  }
  return upright
}

/** Tints as colour without brightness, three numbers a sample one after the other, less what upright columns explain (least squares). */
export function residualsOf(tints: readonly number[], upright: readonly number[][]): number[] {
  const residuals = [...tints]
  for (let c = 0; c < 3; c++) {
    const levels = Array.from({ length: tints.length / 3 }, (_, i) => {
      const at = i * 3
      return tints[at + c] - (tints[at] + tints[at + 1] + tints[at + 2]) / 3
    })
    for (const [i, level] of residualOf(levels, upright).entries()) residuals[i * 3 + c] = level
  }
  return residuals
}

/** A row of one number a sample, less what upright columns explain. */
export function residualOf(row: readonly number[], upright: readonly number[][]): number[] {
  return upright.reduce(without, [...row])
}

/** A row of numbers less its part along another of length 1. */
function without(row: number[], along: readonly number[]): number[] {
  let share = 0
  for (let i = 0; i < row.length; i++) share += row[i] * along[i]
  return row.map((value, i) => value - share * along[i])
}
