import type { TurnSide } from '../challenge.ts'
import type { Unevenness } from './light.ts'

/** How one stretch of the turns followed the colours: a head held turned, or one that is nearly straight or on its way. */
export interface TurnLightPart {
  /** The side to which it was held turned; null on the way. */
  side: TurnSide | null
  samples: number
  /** How many colours it was seen in. */
  colours: number
  match: number
  strength: number
  /** As of `LightFacts`, strengths instead of shares; null for those that were turned away, burnt out or outside. */
  patchMatches: (number | null)[]
  patchStrengths: (number | null)[]
  /** As of `LightFacts`. */
  unevenness?: Unevenness | null
}

/** Whether the face went on shining in the colours of the screen while it turned. Never a judgement. */
export interface TurnLightFacts {
  samples: number
  /** How well all stretches together followed the order that was shown, -1..1, beyond what the pose explains. */
  match: number
  /** The same of the best of other orders: with colours swapped, or shown at another time. */
  otherMatch: number
  strength: number
  delayMs: number
  parts: TurnLightPart[]
}
