import type { JudgedFrame } from './judged-frame.ts'

/** A face that is away for this long may be another's when it is back, ms: a phone is held up in its place within it. */
const LOST_MS = 1000
/** Frames in a row without one face, so that a single misread one takes nobody back. */
const LOST_FRAMES = 2

/** Since when, and in how many frames, there was not the one face there should be. */
export interface FacePresence {
  /** When one face was last seen, ms; null before the first. */
  seenMs: number | null
  missed: number
  /** Of the missed frames the last ones in a row that show several faces. */
  crowded: number
}

/** Nobody was seen yet. */
export const NOBODY: FacePresence = { seenMs: null, missed: 0, crowded: 0 }

/** Takes one more frame, and tells whether the face that was followed is lost with it. */
export function watchPresence(
  before: FacePresence,
  { guidance, timeMs }: JudgedFrame,
): { presence: FacePresence; isLost: boolean } {
  if (guidance.pose) return { presence: { seenMs: timeMs, missed: 0, crowded: 0 }, isLost: false }
  const { seenMs } = before
  const missed = before.missed + 1
  const crowded = guidance.hint === 'several-faces' ? before.crowded + 1 : 0
  const isAway = seenMs !== null && missed >= LOST_FRAMES && timeMs - seenMs >= LOST_MS
  return {
    presence: { seenMs, missed, crowded },
    isLost: isAway || (seenMs !== null && crowded >= LOST_FRAMES),
  }
}
