import type { TurnSide } from '../challenge.ts'
import type { LightSignals } from './light.ts'

/** How a turn was made after it was asked for. */
export interface TurnSignals {
  side: TurnSide
  /** When it was asked for, milliseconds since the scene began. */
  askedAtMs: number
  /** When the head began to move to that side; null when it never did. */
  movedAtMs: number | null
  /** Furthest angle to the other side while it was asked for, degrees. */
  wrongWayDegrees: number
}

/** How continuously the face was seen from the time a turn was asked for until it was back. */
export interface TurnWay {
  /** Furthest that it turned from one judged frame to the next on the way out and while it was held, degrees. */
  largestStepDegrees: number
  /** Most judged frames in a row that did not show one face. */
  framesWithoutFace: number
  /** The largest of the steps over what the time between its frames allows; absent in ways of before that was measured. */
  largestStepShare?: number
  /** Longest time between two frames that show the face, of which some between do not, ms; absent as well. */
  longestAwayMs?: number
}

/**
 * What the stream of a scene showed beyond its evidence frames. How the head turned and followed the colours is judged
 * and can only raise doubt. Repeated frames, changes of size and the times between frames, by which injected and replayed video may
 * be known, are kept for a reviewer and judged by no check (decision 52): slow devices and networks repeat and skip frames as well.
 */
export interface StreamSignals {
  framesSeen: number
  /** Frames that show the very pixels of the one before: no sensor is without noise. */
  framesRepeated: number
  /** Times the picture changed its size. */
  sizeChanges: number
  /** Middle time between two frames on the sender's clock and the middle departure from it, ms; null below two frames. */
  intervalMs: number | null
  intervalSpreadMs: number | null
  turns: TurnSignals[]
  /** Of each turn of the challenge, as it was made last; absent in signals of before it was kept. */
  ways?: readonly TurnWay[]
  /** Null or absent where the screen showed no colour. */
  light?: LightSignals | null
  /** The same from the first turn on. */
  turnLight?: LightSignals | null
}
