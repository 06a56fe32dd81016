/** A colour the screen may light the face with: the three of its pixels, which a camera tells apart best. */
export type LightColour = 'red' | 'green' | 'blue'

/** Levels of red, green and blue. */
export type Tint = [red: number, green: number, blue: number]

/** Every colour, in the order of `Tint`. */
export const LIGHT_COLOURS: readonly LightColour[] = ['red', 'green', 'blue']

/** How many colours are shown in a row: some four seconds. Noise is of each frame by itself, so that more of them tell more. */
export const LIGHT_LENGTH = 8

/**
 * Every order that may be asked for: no colour twice in a row, and all three among them, so that each has once been on
 * and once been off.
 */
export const LIGHT_ORDERS: readonly LightColour[][] = ordersOf(LIGHT_LENGTH)

/** How many colours are drawn to go on with while the head turns: some thirty seconds; who takes longer is left to a reviewer. */
export const TURN_LIGHT_LENGTH = 60

/** The same of another length: challenges that were drawn before keep theirs. */
export function ordersOf(length: number): LightColour[][] {
  return allOrders(length).filter((order) => new Set(order).size === LIGHT_COLOURS.length)
}

function allOrders(length: number): LightColour[][] {
  if (length === 0) return [[]]
  return allOrders(length - 1).flatMap((order) =>
    LIGHT_COLOURS.filter((colour) => colour !== order.at(-1)).map((colour) => [...order, colour]),
  )
}

/** Which of the patches of `FaceTints` is the nose. */
export const NOSE_PATCH = 5

/** The mean light of places of a face that stand out and of what is around the head, linear, 0-1. */
export interface FaceTints {
  /** Forehead, its sides, the cheeks (the image's left first), nose and chin; null where one is burnt out. */
  patches: (Tint | null)[]
  surround: Tint
}

/**
 * How the face's light changed against its surround's while colours were shown. Changes alone are kept: they tell
 * nothing of the colour of a skin.
 */
export interface LightSignals {
  /** When each colour was asked for, milliseconds since the scene began. */
  shown: { colour: LightColour; fromMs: number }[]
  /** When the last of them was gone, ms; absent in signals of before it was kept. */
  untilMs?: number
  /** Of each patch the natural logarithm of the ratio to the surround, less that of the first sample that shows it. */
  samples: LightSample[]
}

/** One frame's light; of a head that turns also where it points, degrees. */
export interface LightSample {
  timeMs: number
  patches: (Tint | null)[]
  yaw?: number
}

/** How unevenly places gained from the colours: squares over what noise and paper explain, and how many were compared, less one. */
export interface Unevenness {
  ratio: number
  degrees: number
}

/** Whether the face shone in the colours of the screen. Never a judgement. */
export interface LightFacts {
  samples: number
  /** How well the face's colour followed the order that was shown, -1..1. */
  match: number
  /** The same of the best of all orders that might have been shown instead. */
  otherMatch: number
  /** How much a colour of the screen adds to that of the room on the face, share. */
  strength: number
  /** After what time the face followed best, ms: network, screen and camera. */
  delayMs: number
  /** How well each patch followed by itself, in the order of `FaceTints`; null for one that was burnt out. */
  patchMatches: (number | null)[]
  /** How much was added to each patch, over what was added to the mean of them. */
  patchShares: (number | null)[]
  /** Null where too little was seen; absent in facts of before it was measured. */
  unevenness?: Unevenness | null
}

/**
 * Whether the colours reached a face: weakly, so that more of them are to be seen; the room may be too bright for them; or it does
 * not follow them for another reason.
 */
export type LightReach = 'enough' | 'weak' | 'too-bright' | 'unclear'
