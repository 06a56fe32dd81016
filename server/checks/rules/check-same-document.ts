import { COMMENTS } from '../../../domain/comment.ts'
import type { AttemptFacts } from '../attempt-facts.ts'
import { cannotTell, type Finding, VALID } from './finding.ts'

/** Whether front and back are of one document, as far as both have a zone: -1 when these are of two. */
export function checkSameDocument({ front, back }: Pick<AttemptFacts, 'front' | 'back'>): Finding {
  if (typeof front === 'string' || typeof back === 'string') return VALID
  if (!front.mrz?.checksValid || !back.mrz?.checksValid) return VALID
  const [one, other] = [front.mrz.fields, back.mrz.fields]
  const isSame = one.documentNumber === other.documentNumber && one.birthDate === other.birthDate
  return isSame ? VALID : cannotTell({ comment: COMMENTS.documentInstructionsNotFollowed })
}
