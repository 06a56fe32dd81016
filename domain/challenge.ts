import type { LightColour } from './faces/light.ts'

/** A side as the applicant feels it: their own left or right. */
export type TurnSide = 'left' | 'right'

/** Yaw change that counts as a turn, degrees: no flat print turned by 40° measured more than 10.3°, drawn heads reach 20° and more. */
export const TURN_YAW_DEGREES_MINIMUM = 14

/** The movement the server asks for in a face scene, drawn at random under a one-time nonce. */
export interface TurnChallenge {
  /** One-time value that ties the recording to this question. */
  nonce: string
  /** The turns to make, in order. */
  turns: TurnSide[]
  /** Yaw change that counts as a turn, degrees. */
  minimumYawDegrees: number
  /** The colours the screen shows before the turns, in order; absent or empty where none are asked for. */
  light?: LightColour[]
  /** Those it goes on with while the head turns, in order, as many as a scene has time for; absent or empty as well. */
  turnLight?: LightColour[]
}
