/**
 * Solves linear equations, each row its factors and then its right side, by Gaussian elimination with row
 * exchange. Unknowns that the equations do not determine become 0.
 */
export function solveLinear(rows: readonly (readonly number[])[]): number[] {
  const work = rows.map((row) => [...row])
  const size = work.length
  for (let column = 0; column < size; column++) {
    exchangeForLargest(work, column)
    const pivot = work[column][column]
    if (pivot === 0) continue
    for (let row = column + 1; row < size; row++)
      subtractRow(work, { row, column, factor: work[row][column] / pivot })
  }
  return substituteBack(work)
}

function exchangeForLargest(work: number[][], column: number): void {
  let best = column
  for (let row = column + 1; row < work.length; row++) {
    if (Math.abs(work[row][column]) > Math.abs(work[best][column])) best = row
  }
  const swapped = work[column]
  work[column] = work[best]
  work[best] = swapped
}

function subtractRow(work: number[][], step: { row: number; column: number; factor: number }): void {
  for (let k = step.column; k <= work.length; k++) work[step.row][k] -= step.factor * work[step.column][k]
}

function substituteBack(work: number[][]): number[] {
  const size = work.length
  const solution = new Array<number>(size).fill(0)
  for (let row = size - 1; row >= 0; row--) {
    let rest = work[row][size]
    for (let column = row + 1; column < size; column++) rest -= work[row][column] * solution[column]
    solution[row] = work[row][row] === 0 ? 0 : rest / work[row][row]
  }
  return solution
}
