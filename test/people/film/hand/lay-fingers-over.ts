import type { Point } from '../../../../domain/image.ts'
import type { FingersOver } from '../distortion.ts'
import type { LightFrame } from '../light-frame.ts'
import { type HandColor, layFinger, onCard } from '../paint-hand.ts'
import type { PlacedCard } from '../place-card.ts'

/**
 * Half the width of a finger over the width of an ID-1 card: index and middle fingers of adults are 15 to 18 mm wide at
 * their middle joint (Greiner, Hand Anthropometry of US Army Personnel, 1991), the card 85.6 mm.
 */
const HALF_WIDTH = 0.095
/** Fingers lie side by side, a little apart, in widths of one; their tips end by turns short of the foremost. */
const APART = 1.06
const TIPS_BACK = [0, 0.05, 0.16, 0.3]
/** From the tip to where the finger has left any card, card widths; fingers do not lie square to the edge. */
const LENGTH = 1.25
const SLANT = 0.2

/** Where fingers lie and of which hand; `aspect` is the height of the card over its width. */
export interface LaidFingers extends FingersOver {
  card: PlacedCard
  aspect: number
  hand: HandColor
}

/** Lays fingers of the other hand flat across a card, their backs to the camera, nails shown. */
export function layFingersOver(
  frame: LightFrame,
  { card, aspect, hand, at, from, count }: LaidFingers,
): void {
  const [topLeft, topRight] = card
  const width = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y)
  const inward = INWARD[from]
  const aside = { x: -inward.y, y: inward.x }
  for (let index = 0; index < count; index++) {
    // Steps are in widths of the card, places in shares of its sides.
    const stepped = (point: Point, along: number, across: number): Point => ({
      x: point.x + inward.x * along + aside.x * across,
      y: point.y + (inward.y * along + aside.y * across) / aspect,
    })
    const tip = stepped(at, -TIPS_BACK[index], index * 2 * HALF_WIDTH * APART)
    const root = stepped(tip, -LENGTH, SLANT)
    const finger = { tip: onCard(card, tip), root: onCard(card, root), radius: HALF_WIDTH * width }
    layFinger(frame, { ...finger, nail: 'shown' }, hand)
  }
}

/** The way a finger points that reaches in from a side. */
const INWARD: Readonly<Record<FingersOver['from'], Point>> = {
  left: { x: 1, y: 0 },
  right: { x: -1, y: 0 },
  top: { x: 0, y: 1 },
  bottom: { x: 0, y: -1 },
}
