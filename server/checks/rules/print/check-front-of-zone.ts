import { COMMENTS } from '../../../../domain/comment.ts'
import type { PrintedName } from '../../../../domain/document/print-facts.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'
import { cannotTell, type Finding } from '../finding.ts'
import { type ComparedField, compareWithZone, isSaidByBoth } from './compare-with-zone.ts'
import { fieldsOfFront } from './print-of.ts'

/** What tells one card from another: many cards end on the same day, and many people share a name. */
const TYING: readonly PrintedName[] = ['birthDate', 'documentNumber']

/**
 * Whether the front of a card, which has the portrait, is of the zone on its back, which has the identity: -1 when the front does not
 * say two things that the zone says, the birth date and the number, or one of them and the last name: a portrait and one date are soon
 * printed. Null when it does, or no zone stands on the back alone.
 */
export function checkFrontOfZone({ front, back }: Pick<AttemptFacts, 'front' | 'back'>): Finding | null {
  if (typeof front === 'string' || typeof back === 'string') return null
  const { mrz } = back
  if (!mrz?.checksValid || front.mrz?.checksValid) return null
  // A front whose title was not read has no layout, and may say in its lines what the zone says.
  const telling = compareWithZone({ fields: fieldsOfFront({ front, back }) }, mrz)
  return isOfZone(telling) ? null : cannotTell({ comment: COMMENTS.authenticityNotVerified })
}

function isOfZone(telling: readonly ComparedField[]): boolean {
  // However softly it was read: what says the same as the zone does not do so by chance.
  const same = telling.filter(isSaidByBoth).map(({ name }) => name)
  const tying = TYING.filter((name) => same.includes(name)).length
  return tying === TYING.length || (tying > 0 && same.includes('lastName'))
}
