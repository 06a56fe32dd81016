import type { Transaction } from 'kysely'
import { keepAsset } from '../assets/keep-asset.ts'
import { findScene } from '../capture/find-scene.ts'
import { markSceneCaptured } from '../capture/mark-scene.ts'
import { keepLinkOpen } from '../identifications/keep-link-open.ts'
import { lockIdentification } from '../identifications/lock-identification.ts'
import type { Database } from '../platform/database/database.ts'
import type { JourneyContext } from './journey-context.ts'

/** A filmed scene: its evidence frames (JPEG) and its recording, if any frame was recorded. */
export interface CapturedScene {
  sceneId: number
  frames: { jpeg: Uint8Array; timeMs: number }[]
  recording: { path: string; contentType: 'video/webm' | 'video/mp4' } | null
}

/** Keeps a filmed scene and has it analysed while the applicant films the next one. */
export async function keepScene(context: JourneyContext, captured: CapturedScene): Promise<void> {
  const now = context.clock.now()
  const scene = await findScene(context.database, captured.sceneId)
  await context.database.transaction().execute(async (transaction) => {
    const identification = await lockIdentification(transaction, { id: scene.identification })
    if (!(await markSceneCaptured(transaction, scene.id, now))) return
    await keepSceneAssets(context, transaction, { captured, identification })
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
  }: {
    captured: CapturedScene
    identification: { id: number; account_id: number; identification_id: string }
  },
): Promise<void> {
  const owner = {
    accountId: identification.account_id,
    identification: identification.id,
    identificationId: identification.identification_id,
    scene: captured.sceneId,
  }
  const shelf = { database: transaction, storage: context.storage, clock: context.clock }
  for (const { jpeg, timeMs } of captured.frames) {
    await keepAsset(shelf, { ...owner, kind: 'frame', contentType: 'image/jpeg', bytes: jpeg, timeMs })
  }
  if (captured.recording) {
    await keepAsset(shelf, { ...owner, kind: 'recording', ...captured.recording, timeMs: null })
  }
}
