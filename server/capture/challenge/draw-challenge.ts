import { randomBytes, randomInt } from 'node:crypto'
import { TURN_YAW_DEGREES_MINIMUM, type TurnChallenge } from '../../../domain/challenge.ts'
import {
  LIGHT_COLOURS,
  LIGHT_ORDERS,
  type LightColour,
  TURN_LIGHT_LENGTH,
} from '../../../domain/faces/light.ts'

/** Random bytes of a nonce. */
const NONCE_BYTES = 16

/**
 * Draws what a face scene asks for, unpredictable, under a one-time nonce: an order of the screen's colours, and a turn to
 * each side. Without colours where they are left out.
 */
export function drawChallenge(faceLight: 'asked' | 'left-out'): TurnChallenge {
  const light = faceLight === 'asked' ? [...LIGHT_ORDERS[randomInt(LIGHT_ORDERS.length)]] : []
  return {
    nonce: randomBytes(NONCE_BYTES).toString('base64url'),
    turns: randomInt(2) === 0 ? ['left', 'right'] : ['right', 'left'],
    minimumYawDegrees: TURN_YAW_DEGREES_MINIMUM,
    light,
    turnLight: goOn(light),
  }
}

/** What the screen goes on with while the head turns: no colour twice in a row here either. */
function goOn(light: readonly LightColour[]): LightColour[] {
  const next: LightColour[] = []
  let last = light.at(-1)
  while (last && next.length < TURN_LIGHT_LENGTH) {
    const others = LIGHT_COLOURS.filter((colour) => colour !== last)
    last = others[randomInt(others.length)]
    next.push(last)
  }
  return next
}
