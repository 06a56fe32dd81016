/** How much more one colour may add than another: a warm lamp has little blue, which the screen's then outshines. */
const LARGEST_UNEVENNESS = 2.5
/** Rounds of the fit; it moves by less than a hundredth after ten. */
const ROUNDS = 20

/** How much each colour adds, by least squares: none of them less than nothing, none much more than the others. */
export function fitGains(parts: readonly number[][], seen: readonly number[]): number[] {
  return solveGains(
    parts.map((a) => parts.map((b) => product(a, b))),
    parts.map((part) => product(part, seen)),
  )
}

/** The same by what each colour has in common with each, and with what was seen. */
export function solveGains(products: readonly (readonly number[])[], wanted: readonly number[]): number[] {
  const total = products.flat().reduce((sum, value) => sum + value, 0)
  const even = total > 0 ? wanted.reduce((sum, value) => sum + value, 0) / total : 0
  if (even <= 0) return wanted.map(() => 0)
  const gains = wanted.map(() => even)
  for (let turn = 0; turn < ROUNDS; turn++) {
    for (const [c, row] of products.entries()) {
      if (row[c] === 0) continue
      const rest = row.reduce((sum, value, other) => sum + (other === c ? 0 : value * gains[other]), 0)
      const gain = (wanted[c] - rest) / row[c]
      gains[c] = Math.min(even * LARGEST_UNEVENNESS, Math.max(even / LARGEST_UNEVENNESS, gain))
    }
  }
  return gains
}

/** How much of one row of numbers is in another. */
export function shareOf(expected: readonly number[], seen: readonly number[]): number {
  const length = product(expected, expected)
  return length === 0 ? 0 : product(expected, seen) / length
}

/** Cosine of the angle between two rows of numbers. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  const length = Math.sqrt(product(a, a) * product(b, b))
  return length === 0 ? 0 : product(a, b) / length
}

/** Sum of the products of two rows. */
export function product(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}

/** To a ten-thousandth. */
export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
