import type { LightColour } from './faces/light.ts'

/** A side as the applicant feels it: their own left or right. */
export type TurnSide = 'left' | 'right'

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
