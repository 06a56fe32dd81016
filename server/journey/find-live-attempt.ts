import { Problem } from '../../domain/problem.ts'
import { type FoundAttempt, findAttempt } from '../capture/find-attempt.ts'
import { readIdentification } from '../identifications/read-identification.ts'
import { assertLinkOpen } from './_link.ts'
import type { JourneyContext } from './journey-context.ts'

/**
 * The running attempt that a bearer token belongs to. Throws `Problem('unknown_record')`, `gone` for a
 * link that has ended, `unauthenticated` for a token that is not the newest attempt's.
 */
export async function findLiveAttempt(
  context: JourneyContext,
  identificationId: string,
  attemptToken: string,
): Promise<FoundAttempt> {
  const identification = await readIdentification(context.database, { identificationId })
  assertLinkOpen(identification, context.clock.now())
  const found = await findAttempt(context.database, identification.id, attemptToken)
  if (!found) throw new Problem('unauthenticated', 'This is not the token of the running attempt')
  return found
}
