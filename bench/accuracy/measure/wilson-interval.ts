/** Quantile of the normal distribution for an interval of 95 %. */
const Z = 1.959964

/**
 * The 95 % interval of a share of which `count` of `total` were seen (Wilson, "Probable Inference", JASA 1927), 0-1.
 * Anything is possible when nothing was seen.
 */
export function wilsonInterval(count: number, total: number): [from: number, to: number] {
  if (total === 0) return [0, 1]
  const share = count / total
  const spread = Z ** 2 / total
  const middle = (share + spread / 2) / (1 + spread)
  const reach = (Z * Math.sqrt((share * (1 - share) + spread / 4) / total)) / (1 + spread)
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)]
}
