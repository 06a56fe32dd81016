/** Bits that are told apart in one pass over the values. */
const DIGIT_BITS = 8

/**
 * The n-th smallest, from 0, of values that are not negative, as sorting them would give it, in four passes over them:
 * their bits, digit by digit from the highest, are in the order of the values (IEEE 754). NaN for none.
 */
export function nthSmallest(values: Float32Array, n: number): number {
  if (n >= values.length) return Number.NaN
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length)
  const counts = new Uint32Array(1 << DIGIT_BITS)
  let [prefix, mask, rank] = [0, 0, n]
  for (let shift = 32 - DIGIT_BITS; shift >= 0; shift -= DIGIT_BITS) {
    counts.fill(0)
    for (let i = 0; i < bits.length; i++) {
      if ((bits[i] & mask) === prefix) counts[(bits[i] >>> shift) & (counts.length - 1)]++
    }
    let digit = 0
    while (rank >= counts[digit]) rank -= counts[digit++]
    prefix |= digit << shift
    mask |= (counts.length - 1) << shift
  }
  return new Float32Array(Int32Array.of(prefix).buffer)[0]
}
