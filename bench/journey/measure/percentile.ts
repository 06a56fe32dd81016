/**
 * The smallest value that at least this share (0-1) of the values do not pass (nearest rank): with 10 values the
 * 95th percentile is the largest. Null without values.
 */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
}
