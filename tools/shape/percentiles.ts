/** Median, 90th percentile (nearest rank) and maximum of some lengths; zeros of none. */
export interface Percentiles {
  median: number
  p90: number
  max: number
}

/** Summarises lengths. */
export function percentiles(lengths: number[]): Percentiles {
  const sorted = lengths.toSorted((a, b) => a - b)
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { median: rank(0.5), p90: rank(0.9), max: rank(1) }
}
