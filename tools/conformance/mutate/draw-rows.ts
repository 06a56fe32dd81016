import type { ConformanceRow } from '../conformance-row.ts'

/** Constants of the generator (Park & Miller, "Random number generators: good ones are hard to find", 1988). */
const MULTIPLIER = 48_271
const MODULUS = 2_147_483_647

/** Some of the rows, drawn without repeats; the same seed draws the same ones. */
export function drawRows(
  rows: readonly ConformanceRow[],
  { count, seed }: { count: number; seed: number },
): ConformanceRow[] {
  const left = [...rows]
  const drawn: ConformanceRow[] = []
  let state = (Math.abs(Math.trunc(seed)) % (MODULUS - 1)) + 1
  while (drawn.length < count && left.length > 0) {
    state = (state * MULTIPLIER) % MODULUS
    drawn.push(...left.splice(state % left.length, 1))
  }
  return drawn
}
