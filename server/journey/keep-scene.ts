import type { Transaction } from 'kysely'
import type { StreamSignals } from '../../domain/faces/stream-signals.ts'
import { isOpen } from '../../domain/identification.ts'
import { Problem } from '../../domain/problem.ts'
import { keepAsset } from '../assets/keep-asset.ts'
import { findScene } from '../capture/find-scene.ts'
import { markSceneCaptured, saveSignals } from '../capture/mark-scene.ts'
import { keepLinkOpen } from '../identifications/keep-link-open.ts'
import { lockIdentification } from '../identifications/lock-identification.ts'
import { openDataKey } from '../identifications/open-data-key.ts'
import type { Database } from '../platform/database/database.ts'
import type { DataKey } from '../platform/keys/keys.ts'
import type { JourneyContext } from './journey-context.ts'

/** A filmed scene: its evidence frames (JPEG) and its recording, if any frame was recorded. */
export interface CapturedScene {
  sceneId: number
  frames: { jpeg: Uint8Array; timeMs: number }[]
  /** What the stream showed besides; left out when nobody watched it. */
  signals?: StreamSignals
  recording: { contentType: 'video/webm' | 'video/mp4'; read(): AsyncIterable<Uint8Array> } | null
}

/**
 * Keeps a filmed scene and has it analysed while the applicant films the next one. Throws `Problem('gone')` when the
 * applicant has left, or the link has ended, while it was filmed: nothing of it is kept then.
 */
export async function keepScene(context: JourneyContext, captured: CapturedScene): Promise<void> {
  const now = context.clock.now()
  const scene = await findScene(context.database, captured.sceneId)
  await context.database.transaction().execute(async (transaction) => {
    const identification = await lockIdentification(transaction, { id: scene.identification })
    if (!isOpen(identification.status)) throw new Problem('gone', 'The applicant is no longer filming')
    const dataKey = await openDataKey({ ...context, database: transaction }, identification.id)
    if (!dataKey) throw new Problem('gone', 'The identification is anonymized')
    if (!(await markSceneCaptured(transaction, scene.id, now))) return
    if (captured.signals) await saveSignals(transaction, scene.id, captured.signals)
    await keepSceneAssets(context, transaction, { captured, identification, dataKey })
    await keepLinkOpen(transaction, identification.id, new Date(now.getTime() + context.linkMs))
    await context.queue.sendLater(transaction, 'analyze-scene', { sceneId: scene.id })
  })
}

async function keepSceneAssets(
  context: JourneyContext,
  transaction: Transaction<Database>,
  {
    captured,
    identification,
    dataKey,
  }: {
    captured: CapturedScene
    identification: { id: number; account_id: number; identification_id: string }
    dataKey: DataKey
  },
): Promise<void> {
  const owner = {
    accountId: identification.account_id,
    identification: identification.id,
    identificationId: identification.identification_id,
    scene: captured.sceneId,
  }
  const shelf = { database: transaction, storage: context.storage, dataKey, clock: context.clock }
  for (const { jpeg, timeMs } of captured.frames) {
    await keepAsset(shelf, { ...owner, kind: 'frame', contentType: 'image/jpeg', bytes: jpeg, timeMs })
  }
  const { recording } = captured
  if (recording) {
    const { contentType } = recording
    const read = () => recording.read()
    await keepAsset(shelf, { ...owner, kind: 'recording', contentType, read, timeMs: null })
  }
}
