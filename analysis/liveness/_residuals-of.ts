import { COLOUR_AXES } from './_colour-part.ts'

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

/** Tints, three numbers a sample, as colour without brightness, two numbers a sample, less what upright columns explain (least squares). */
export function residualsOf(tints: readonly number[], upright: readonly number[][]): number[] {
  const samples = tints.length / 3
  const [green, red] = COLOUR_AXES.map((axis) => {
    const levels = Array.from({ length: samples }, (_, i) =>
      axis.reduce((sum, share, c) => sum + share * tints[i * 3 + c], 0),
    )
    return residualOf(levels, upright)
  })
  return green.flatMap((level, i) => [level, red[i]])
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
