import { COMMENTS } from '../../../../domain/comment.ts'
import type { PrintedName } from '../../../../domain/document/print-facts.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'
import { cannotTell, type Finding } from '../finding.ts'
import { compareWithZone } from './compare-with-zone.ts'

/** What tells one holder or card from another; many cards end on the same day. */
const TELLING: readonly PrintedName[] = ['lastName', 'firstNames', 'birthDate', 'documentNumber']

/**
 * Whether the front of a card, which has the portrait, is of the zone on its back, which has the identity: -1 when no name,
 * birth date or number on the front says what the zone says. Null when one does, or no zone stands on the back alone.
 */
export function checkFrontOfZone({ front, back }: Pick<AttemptFacts, 'front' | 'back'>): Finding | null {
  if (typeof front === 'string' || typeof back === 'string') return null
  const { mrz } = back
  if (!mrz?.checksValid || front.mrz?.checksValid) return null
  // However softly it was read: what says the same as the zone does not do so by chance.
  const agreeing = front.print ? compareWithZone(front.print, mrz) : []
  const isOfZone = agreeing.some(({ name, likeness }) => likeness === 'same' && TELLING.includes(name))
  return isOfZone ? null : cannotTell({ comment: COMMENTS.authenticityNotVerified })
}
