/** How alike two templates of one model are: the cosine of their angle, -1 to 1; both must be unit vectors. */
export function similarity(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length)
    throw new Error(`Cannot compare templates of ${a.length} and ${b.length} numbers`)
  return a.reduce((sum, value, i) => sum + value * b[i], 0)
}
