/** A frame kept as evidence. */
export interface KeptFrame {
  /** The frame's running number in its scene. */
  frame: number
  timeMs: number
  /** What it is kept for; of two for the same, the one of higher rank stays. */
  slot: string
  rank: number
}

/** Least time between two frames of the same shelf, ms: closer ones show the same. */
const SPACING_MS = 150

/** Keeps the best frame of a slot. */
export function keepBest(kept: readonly KeptFrame[], candidate: KeptFrame): readonly KeptFrame[] {
  const rival = kept.find(({ slot }) => slot === candidate.slot)
  if (rival && rival.rank >= candidate.rank) return kept
  return [...kept.filter((frame) => frame !== rival), candidate]
}

/** Keeps the best `most` frames of a shelf (frames of one slot), no two closer than 150 ms. */
export function keepSpaced(
  kept: readonly KeptFrame[],
  candidate: KeptFrame,
  most: number,
): readonly KeptFrame[] {
  const shelf = kept.filter(({ slot }) => slot === candidate.slot)
  const near = shelf.filter(({ timeMs }) => Math.abs(timeMs - candidate.timeMs) < SPACING_MS)
  if (near.some(({ rank }) => rank >= candidate.rank)) return kept
  const others = shelf.filter((frame) => !near.includes(frame))
  const worst = others.toSorted((a, b) => a.rank - b.rank)[0]
  if (others.length < most) return replace(kept, near, candidate)
  return worst.rank < candidate.rank ? replace(kept, [...near, worst], candidate) : kept
}

function replace(kept: readonly KeptFrame[], dropped: KeptFrame[], added: KeptFrame): readonly KeptFrame[] {
  return [...kept.filter((frame) => !dropped.includes(frame)), added]
}
