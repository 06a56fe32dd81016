import type { PrintedName } from './print-facts.ts'

/** What can be hidden on a side: a printed field, the portrait, the machine readable zone. */
export type CoveredPlace = PrintedName | 'portrait' | 'zone'

/** What was measured of a filmed card beside its quality and its text, to doubt it by. Never a judgement. */
export interface DoubtFacts {
  /**
   * How far red, green and blue of one fine pattern lie apart all over the card as the stripes of a screen's pixels do, 0-1:
   * print has 0.1 and less, most screens 0.15 to 0.8. Null when the card is too small in the frame, absent in facts of before
   * it was measured.
   */
  stripes?: number | null
  /** Mean square of the second difference along the direction in which the best frame is less sharp: smeared prints below 25. */
  weakerSharpness: number | null
  /** Width of the card in the best frame, px. */
  cardWidth: number | null
  /** Whether the card goes on beyond the best frame. */
  extent: 'whole' | 'cut' | null
  /**
   * What a hand lies on: its share of the card, and the places of the layout under it, read or not. Null when none lies
   * on the card, absent in facts of before it was looked for. `middle` is the share of the card's middle under it, absent in
   * facts of before that was measured.
   */
  hand?: { share: number; over: CoveredPlace[]; middle?: number } | null
  /**
   * How the view of the card changed over the frames that show its rim or stand still: by how many px it moved where it stood in the
   * best one (exact below one), by how many degrees it was tilted, and on which share of it light changed as the rest's did not.
   * Null with one frame, absent in facts of before it was measured.
   */
  view?: { frames: number; movedPx: number; tiltDegrees: number; lightShare: number } | null
  /**
   * How much a corner of the card looks like what is around the card, 0-1, the greatest of four, in two frames where there are
   * two; null when none can be told from its surroundings, absent in facts of before it was measured.
   */
  missingCorner?: number | null
  /**
   * How far the most slanting of the printed values is from the middle tilt of the others, degrees, and how many were long enough
   * to be measured. Null with fewer than three, absent in facts of before it was measured.
   */
  slant?: { values: number; degrees: number } | null
}
