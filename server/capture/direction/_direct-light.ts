/** Shortest time a colour is shown, ms: two changes a second, where three flashes endanger nobody (WCAG 2.2 §2.3.1). */
const SHORTEST_MS = 500
/** The last one is seen some time after it was asked for: network, screen, camera. */
const LAST_MS = 700
/**
 * Frames wanted of each colour: of a straight face, which is shown eight, and of one that turns. The shortest time holds the three at
 * more than four frames a second, the four at more than six.
 */
const FRAMES_WANTED = { straight: 3, turning: 4 } as const
/** Longest time a colour waits for its frames, ms. */
const LONGEST_MS = 4000

/** Which of the colours is shown, since when, and in how many frames the face was seen meanwhile. */
export interface LightProgress {
  index: number
  sinceMs: number
  frames: number
}

/** The first colour, asked for now. */
export function firstLight(timeMs: number): LightProgress {
  return { index: 0, sinceMs: timeMs, frames: 0 }
}

/** Takes one more frame of a face; the next colour comes when enough was seen of this one. */
export function directLight(
  before: LightProgress,
  {
    timeMs,
    isSeen,
    of,
    colours,
  }: { timeMs: number; isSeen: boolean; of: keyof typeof FRAMES_WANTED; colours: number },
): LightProgress {
  const frames = before.frames + (isSeen ? 1 : 0)
  const elapsedMs = timeMs - before.sinceMs
  const neededMs = before.index === colours - 1 ? LAST_MS : SHORTEST_MS
  const isEnough = (frames >= FRAMES_WANTED[of] && elapsedMs >= neededMs) || elapsedMs >= LONGEST_MS
  return isEnough ? { index: before.index + 1, sinceMs: timeMs, frames: 0 } : { ...before, frames }
}
