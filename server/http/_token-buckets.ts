/** Milliseconds in which an empty bucket is full again. */
const REFILL_MS = 60_000

/** Buckets that are remembered; of more, those asked longest ago are let go, which are the fullest. */
const MAX_BUCKETS = 10_000

interface Bucket {
  tokens: number
  atMs: number
}

/**
 * A bucket of tokens for each name: a request takes one, and they come back evenly over a minute. A burst may
 * take a whole minute's requests at once; memory is bounded.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string | number, Bucket>()
  private readonly perMinute: number

  constructor(perMinute: number) {
    this.perMinute = perMinute
  }

  /** Takes a token of a name; gives 0, or the whole seconds until there is one again. */
  take(name: string | number, nowMs: number): number {
    const tokens = this.tokensOf(name, nowMs)
    const hasOne = tokens >= 1
    this.remember(name, { tokens: hasOne ? tokens - 1 : tokens, atMs: nowMs })
    if (hasOne) return 0
    return Math.max(1, Math.ceil(((1 - tokens) * REFILL_MS) / this.perMinute / 1000))
  }

  private tokensOf(name: string | number, nowMs: number): number {
    const known = this.buckets.get(name)
    if (!known) return this.perMinute
    // A clock that was put back gives nothing and takes nothing.
    const elapsedMs = Math.max(0, nowMs - known.atMs)
    return Math.min(this.perMinute, known.tokens + (elapsedMs * this.perMinute) / REFILL_MS)
  }

  private remember(name: string | number, bucket: Bucket): void {
    // The map keeps the order of writing, so that the first is the one asked longest ago.
    this.buckets.delete(name)
    this.buckets.set(name, bucket)
    if (this.buckets.size <= MAX_BUCKETS) return
    const [oldest] = this.buckets.keys()
    if (oldest !== undefined) this.buckets.delete(oldest)
  }
}
