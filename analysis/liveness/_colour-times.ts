/** The page fades from one colour to the next within this time, ms. */
const FADE_MS = 200

/** Which of the colours was on in a sample, counted, and how much of it had come; the rest is the one before it. */
export interface ColourTime {
  /** -1 before the first. */
  index: number
  /** 0-1. */
  share: number
}

/** Of each sample which of the colours was on, where each is seen some time after it was asked for. */
export function colourTimes(
  timesMs: readonly number[],
  { from, delayMs }: { from: readonly number[]; delayMs: number },
): ColourTime[] {
  return timesMs.map((timeMs) => {
    const index = from.findLastIndex((fromMs) => fromMs + delayMs <= timeMs)
    return { index, share: index < 0 ? 1 : Math.min(1, (timeMs - delayMs - from[index]) / FADE_MS) }
  })
}

/** How much of a colour was on in each sample, 0-1. */
export function levelsOf<Colour>(
  times: readonly ColourTime[],
  { order, colour }: { order: readonly Colour[]; colour: Colour },
): number[] {
  const isOn = (index: number) => (order[index] === colour ? 1 : 0)
  return times.map(({ index, share }) => isOn(index) * share + isOn(index - 1) * (1 - share))
}
