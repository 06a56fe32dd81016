import type { Environment } from '../../domain/environment.ts'
import type { IdentificationRecord } from '../../domain/identification-record.ts'
import { NO_BACK } from './standard/no-back.ts'
import { PHOTOCOPY } from './standard/photocopy.ts'
import { VALIDATED } from './standard/validated.ts'

/** Whose answer it is, and where its applicant would have been sent; the rest is the same for everybody. */
export interface StandardAnswerOwner {
  accountId: number
  configurationId: number
  environment: Environment
  redirectUrl?: string
  webhook?: string | null
}

const ANSWERS = [VALIDATED, PHOTOCOPY, NO_BACK]

/** Whether an id is one that every account may fetch without having created it. */
export function isStandardAnswer(identificationId: string): boolean {
  return ANSWERS.some((answer) => answer.identificationId === identificationId)
}

/**
 * One of the three answers that every account may play with (API text, "Get standard answer"): validated, refused
 * as a photocopy, and undecided because the back was not shown. Null for any other id. Nothing of it is stored: it
 * cannot be anonymized, and its resource numbers lie below those of stored ones.
 */
export function findStandardAnswer(
  identificationId: string,
  owner: StandardAnswerOwner,
): IdentificationRecord | null {
  const answer = ANSWERS.find((candidate) => candidate.identificationId === identificationId)
  if (!answer) return null
  const { accountId, configurationId, environment, redirectUrl, webhook } = owner
  return {
    ...structuredClone(answer),
    accountId,
    configurationId,
    environment,
    redirectUrl: redirectUrl ?? answer.redirectUrl,
    webhook: webhook === undefined ? answer.webhook : webhook,
  }
}
