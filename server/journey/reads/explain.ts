import type { Transaction } from 'kysely'
import type { AnswerGrounds } from '../../../domain/answer.ts'
import type { SceneFacts } from '../../../domain/facts.ts'
import type { IdentificationStatus } from '../../../domain/identification.ts'
import { Problem } from '../../../domain/problem.ts'
import type { SceneName } from '../../../domain/scene.ts'
import { findAssets } from '../../assets/find-assets.ts'
import { noteAct } from '../../audit/note-act.ts'
import { openFacts } from '../../capture/facts/open-facts.ts'
import { findLatestAttempt } from '../../capture/find-attempt.ts'
import { type FoundAnswer, findAnswer } from '../../checks/find-answer.ts'
import { findGrounds } from '../../checks/find-grounds.ts'
import { type LockedIdentification, lockIdentification } from '../../identifications/lock-identification.ts'
import { openDataKey } from '../../identifications/open-data-key.ts'
import type { Database } from '../../platform/database/database.ts'
import type { DataKey } from '../../platform/keys/keys.ts'
import type { JourneyContext } from '../journey-context.ts'

/** What public ids of identifications look like (RFC 9562 §4). */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What was seen of one scene. */
export interface ExplainedScene {
  name: SceneName
  analyzedAt: Date | null
  /** What analysis saw, without the templates of faces; null before it, when it broke down, and after anonymization. */
  facts: unknown
  /** Stored pictures and recordings of it, by their keys. */
  assets: { kind: string; key: string; sha256: string }[]
}

/** Everything that an answer rests on. */
export interface Explanation {
  identificationId: string
  status: IdentificationStatus
  /** Null: its personal data is there. */
  anonymizedAt: Date | null
  scenes: ExplainedScene[]
  answer:
    | (Pick<FoundAnswer, 'score' | 'reason_codes' | 'comments' | 'document' | 'not_checked'> & {
        grounds: AnswerGrounds | null
      })
    | null
}

/**
 * Tells an operator why an identification was answered as it was: facts, what each check made of them, and the thresholds
 * of that day. It is noted in the audit log. Throws `Problem('unknown_record')`.
 */
export async function explain(context: JourneyContext, identificationId: string): Promise<Explanation> {
  if (!UUID.test(identificationId)) throw new Problem('unknown_record', 'No identification has this id')
  const now = context.clock.now()
  return context.database.transaction().execute(async (transaction) => {
    const held = await lockIdentification(transaction, { identificationId })
    const dataKey = await openDataKey({ ...context, database: transaction }, held.id)
    const subject = `identification ${identificationId}`
    const act = { actor: 'command', accountId: held.account_id, action: 'identification.explained' } as const
    await noteAct(transaction, context.keyring, { ...act, subject, detail: null, now })
    return {
      identificationId,
      status: held.status,
      anonymizedAt: held.anonymized_at,
      scenes: await explainScenes(transaction, held, dataKey),
      answer: await explainAnswer(transaction, held, dataKey),
    }
  })
}

async function explainScenes(
  transaction: Transaction<Database>,
  { id }: LockedIdentification,
  dataKey: DataKey | null,
): Promise<ExplainedScene[]> {
  const found = await findLatestAttempt(transaction, id)
  return Promise.all(
    (found?.scenes ?? []).map(async (scene) => ({
      name: scene.name,
      analyzedAt: scene.analyzed_at,
      facts: withoutTemplates(openFacts(dataKey, scene)),
      assets: (await findAssets(transaction, { scene: scene.id })).map(({ kind, key, sha256 }) => ({
        kind,
        key,
        sha256,
      })),
    })),
  )
}

async function explainAnswer(
  transaction: Transaction<Database>,
  { id }: LockedIdentification,
  dataKey: DataKey | null,
): Promise<Explanation['answer']> {
  const found = await findAnswer(transaction, id, dataKey)
  if (!found) return null
  const { score, reason_codes, comments, document, not_checked } = found
  return {
    score,
    reason_codes,
    comments,
    document,
    not_checked,
    grounds: await findGrounds(transaction, id),
  }
}

/** Templates of faces are numbers that only a comparison can use: they stay sealed. */
function withoutTemplates(facts: SceneFacts | null): unknown {
  if (facts?.kind === 'face') return { ...facts, template: facts.template && 'sealed' }
  if (!facts?.portrait) return facts
  return { ...facts, portrait: { ...facts.portrait, template: 'sealed' } }
}
