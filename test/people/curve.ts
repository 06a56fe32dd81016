/** Keeps a value within bounds, 0 and 1 unless told. */
export function clamp(value: number, low = 0, high = 1): number {
  return Math.max(low, Math.min(high, value))
}

/** The value a share of the way from one number to another. */
export function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

/** Rises smoothly from 0 at `from` to 1 at `to`; `from` may be the larger one. */
export function rise(from: number, to: number, value: number): number {
  const share = clamp((value - from) / (to - from))
  return share * share * (3 - 2 * share)
}

/** A smooth hill of height 1 at 0; `halfWidth` is where it is down to 1/e. */
export function hill(distance: number, halfWidth: number): number {
  const share = distance / halfWidth
  return Math.exp(-share * share)
}
