import { COMMENTS } from '../../../../domain/comment.ts'
import type { PrintedName } from '../../../../domain/document/print-facts.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'
import { cannotTell, type Finding } from '../finding.ts'
import { THRESHOLDS } from '../thresholds.ts'
import { type ComparedField, compareWithZone } from './compare-with-zone.ts'
import { fieldsOfFront } from './print-of.ts'

/** What tells one card from another; many cards end on the same day, and many people share a name. */
const TELLING: readonly PrintedName[] = ['lastName', 'firstNames', 'birthDate', 'documentNumber']
/** Each of them says enough on its own. */
const TYING: readonly PrintedName[] = ['birthDate', 'documentNumber']
const NAMES: readonly PrintedName[] = ['lastName', 'firstNames']

/**
 * Whether the front of a card, which has the portrait, is of the zone on its back, which has the identity: -1 when neither the
 * birth date nor the number nor both names on the front say what the zone says, or when names alone do and something sure says
 * otherwise. Null when it is, or no zone stands on the back alone.
 */
export function checkFrontOfZone({ front, back }: Pick<AttemptFacts, 'front' | 'back'>): Finding | null {
  if (typeof front === 'string' || typeof back === 'string') return null
  const { mrz } = back
  if (!mrz?.checksValid || front.mrz?.checksValid) return null
  // A front whose title was not read has no layout, and may say in its lines what the zone says.
  const telling = compareWithZone({ fields: fieldsOfFront({ front, back }) }, mrz).filter(({ name }) =>
    TELLING.includes(name),
  )
  return isOfZone(telling) ? null : cannotTell({ comment: COMMENTS.authenticityNotVerified })
}

function isOfZone(telling: readonly ComparedField[]): boolean {
  // However softly it was read: what says the same as the zone does not do so by chance.
  const same = telling.filter(isSame).map(({ name }) => name)
  if (TYING.some((name) => same.includes(name))) return true
  const isContradicted = telling.some(
    (one) =>
      !isSame(one) && one.likeness === 'other' && one.field.confidence >= THRESHOLDS.printConfidenceMinimum,
  )
  return !isContradicted && NAMES.every((name) => same.includes(name))
}

/** A birth date that was found by the zone has its two digits of the year, if of another century. */
function isSame({ likeness, field }: ComparedField): boolean {
  return likeness === 'same' || field.by === 'zone'
}
