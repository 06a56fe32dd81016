/** A stream of pseudo-random numbers that its seed fixes: the same seed always gives the same stream. */
export interface Random {
  /** Evenly spread over 0 (included) to 1 (excluded). */
  uniform(): number
  /** Evenly spread over low to high. */
  between(low: number, high: number): number
  /** About normal with mean 0 and deviation 1, bounded to ±NORMAL_BOUND. */
  normal(): number
  /** One of the items. */
  pick<T>(items: readonly T[]): T
}

/** Bound of `normal`: beyond it shapes leave what a face can look like. */
const NORMAL_BOUND = 2.2
/** A sum of this many uniform numbers has the deviation 1 around half its count (Irwin-Hall). */
const SUMMED_UNIFORMS = 12
/** Step of a Weyl sequence: 2^32 divided by the golden ratio, odd. */
const WEYL_STEP = 0x9e3779b9

/**
 * Opens a stream for a seed and a purpose. Purposes of one seed give independent streams, so that
 * a number added to one leaves the others as they are.
 */
export function seededRandom(seed: number, purpose = ''): Random {
  let state = mixBits(Math.imul(seed + 1, WEYL_STEP) ^ hashText(purpose))
  const uniform = () => {
    state = (state + WEYL_STEP) | 0
    return mixBits(state) / 2 ** 32
  }
  const normal = () => {
    let sum = 0
    for (let i = 0; i < SUMMED_UNIFORMS; i++) sum += uniform()
    return Math.min(NORMAL_BOUND, Math.max(-NORMAL_BOUND, sum - SUMMED_UNIFORMS / 2))
  }
  return {
    uniform,
    normal,
    between: (low, high) => low + (high - low) * uniform(),
    pick: (items) => items[Math.floor(uniform() * items.length)],
  }
}

/** Spreads every bit of a 32-bit number over all of it (the finalizer of MurmurHash3). */
function mixBits(value: number): number {
  let bits = value ^ (value >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits ^= bits >>> 13
  bits = Math.imul(bits, 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** FNV-1a over the character codes. */
function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
