import type { Environment } from '../../domain/environment.ts'
import type { IdentificationRecord } from '../../domain/identification-record.ts'
import type { ResourceName, ResourceType } from '../../domain/resource-type.ts'
import { NO_BACK } from './standard/no-back.ts'
import { PHOTOCOPY } from './standard/photocopy.ts'
import type { StandardRecord } from './standard/standard-record.ts'
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

/** The identification-id of the standard answer that a resource is part of, or null. */
export function findStandardOwner({ type, id }: ResourceName): string | null {
  return ANSWERS.find((answer) => numbersOf(answer, type).includes(id))?.identificationId ?? null
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

function numbersOf(answer: StandardRecord, type: ResourceType): number[] {
  const parts: Record<ResourceType, ({ id: number } | null)[]> = {
    identifications: [answer],
    identities: [answer.identity],
    'reference-data': [answer.referenceData],
    'external-identity': [answer.externalIdentity],
    forms: [answer.form],
    documents: [answer.document],
    faces: [answer.face],
    'document-checks': [answer.documentChecks],
    'face-checks': [answer.faceChecks],
    'doc-face-matches': [answer.docFaceMatch],
    'doc-doc-matches': answer.docDocMatches,
    'face-face-matches': answer.faceFaceMatches,
    'identity-form-matches': [answer.identityFormMatch],
    'reference-data-checks': [answer.referenceDataCheck],
  }
  return parts[type].flatMap((part) => (part ? [part.id] : []))
}
