import type { Transaction } from 'kysely'
import type { Answer } from '../../domain/answer.ts'
import { openFacts } from '../capture/facts/open-facts.ts'
import { type FoundAttempt, findLatestAttempt } from '../capture/find-attempt.ts'
import type { AttemptFacts, SceneOutcome } from '../checks/attempt-facts.ts'
import { concludeAnswer } from '../checks/conclude-answer.ts'
import { findAnswer } from '../checks/find-answer.ts'
import { checkFormMatch } from '../checks/form-match/check-form-match.ts'
import { saveFormMatch } from '../checks/form-match/save-form-match.ts'
import { saveAnswer } from '../checks/save-answer.ts'
import { findConfiguration } from '../configurations/find-configuration.ts'
import { findApplicantForm } from '../identifications/applicant-form/find-applicant-form.ts'
import { findReferenceData } from '../identifications/find-identification.ts'
import { type LockedIdentification, lockIdentification } from '../identifications/lock-identification.ts'
import { openDataKey } from '../identifications/open-data-key.ts'
import { saveConclusion } from '../identifications/save-conclusion.ts'
import type { Database } from '../platform/database/database.ts'
import type { DataKey } from '../platform/keys/keys.ts'
import { moveTo } from './_move-to.ts'
import type { JourneyContext } from './journey-context.ts'

/**
 * Gives the automatic answer once the applicant has finished and every scene is analysed; whoever comes
 * last (the last button or the last analysis) gives it. Without review it is the final answer at once.
 */
export async function answer(context: JourneyContext, identification: number): Promise<void> {
  const now = context.clock.now()
  await context.database.transaction().execute(async (transaction) => {
    const locked = await lockIdentification(transaction, { id: identification })
    const dataKey = await openDataKey({ ...context, database: transaction }, identification)
    const found = await findLatestAttempt(transaction, identification)
    if (!dataKey || !found || !(await canAnswer(transaction, locked, found))) return
    const facts = await gatherFacts(transaction, locked, { found, dataKey, now })
    const concluded = { answer: concludeAnswer(facts), dataKey, now }
    await saveAnswer(transaction, identification, concluded)
    await saveConclusion(transaction, identification, concluded)
    await matchForm(transaction, identification, concluded)
    await moveOn(context, transaction, { locked, ...concluded })
  })
}

async function canAnswer(
  transaction: Transaction<Database>,
  locked: LockedIdentification,
  { attempt, scenes }: FoundAttempt,
): Promise<boolean> {
  const isWaiting = locked.status === 'initiated' || locked.status === 'processing'
  if (!isWaiting || !attempt.finished_at) return false
  return scenes.every(({ analyzed_at }) => analyzed_at) && !(await findAnswer(transaction, locked.id, null))
}

async function gatherFacts(
  transaction: Transaction<Database>,
  locked: LockedIdentification,
  { found, dataKey, now }: { found: FoundAttempt; dataKey: DataKey; now: Date },
): Promise<AttemptFacts> {
  const configuration = await findConfiguration(transaction, locked.configuration_id)
  const factsOf = <F>(name: string): SceneOutcome<F> => {
    const scene = found.scenes.find((candidate) => candidate.name === name)
    return scene ? ((openFacts(dataKey, scene) as F | null) ?? 'failed') : 'not-asked'
  }
  return {
    chosenDocument: found.attempt.document,
    front: factsOf('document-front'),
    back: factsOf('document-back'),
    face: factsOf('face'),
    referenceData: await findReferenceData(transaction, locked.id, dataKey),
    product: configuration.product,
    environment: locked.environment,
    today: now.toISOString().slice(0, 10),
  }
}

async function matchForm(
  transaction: Transaction<Database>,
  identification: number,
  { answer, dataKey }: { answer: Answer; dataKey: DataKey },
): Promise<void> {
  const form = await findApplicantForm(transaction, identification, dataKey)
  if (form) await saveFormMatch(transaction, identification, checkFormMatch(answer.identity, form))
}

async function moveOn(
  context: JourneyContext,
  transaction: Transaction<Database>,
  { locked, answer, now }: { locked: LockedIdentification; answer: Answer; now: Date },
): Promise<void> {
  const processing =
    locked.status === 'processing'
      ? locked
      : await moveTo(context, transaction, { identification: locked, to: 'processing', now })
  const configuration = await findConfiguration(transaction, locked.configuration_id)
  if (configuration.review === 'always') return
  await moveTo(context, transaction, {
    identification: processing,
    to: 'processed',
    now,
    score: answer.score,
  })
}
