import type { Transaction } from 'kysely'
import type { SceneFacts } from '../../domain/facts.ts'
import type { SceneAnalysis } from '../../domain/scene-analysis.ts'
import { decodeImage } from '../assets/decode-image.ts'
import { encodeImage } from '../assets/encode-image.ts'
import { findAssets } from '../assets/find-assets.ts'
import { keepAsset } from '../assets/keep-asset.ts'
import { loadAsset } from '../assets/load-asset.ts'
import { countDraws } from '../capture/challenge/count-draws.ts'
import { type FoundScene, findScene } from '../capture/find-scene.ts'
import { saveSceneFacts } from '../capture/mark-scene.ts'
import { lockIdentification } from '../identifications/lock-identification.ts'
import { openDataKey } from '../identifications/open-data-key.ts'
import { readIdentification } from '../identifications/read-identification.ts'
import type { Database } from '../platform/database/database.ts'
import type { DataKey } from '../platform/keys/keys.ts'
import { answer } from './answer.ts'
import type { AnalysisContext } from './journey-context.ts'

/** How often an analysis that breaks down is tried before its scene counts as unreadable. */
const ANALYSIS_TRIES = 2

/** Reads a filmed scene, keeps what was seen, and gives the answer when it was the last one waited for. */
export async function analyze(context: AnalysisContext, sceneId: number): Promise<void> {
  const scene = await findScene(context.database, sceneId)
  const { status } = await readIdentification(context.database, { id: scene.identification })
  // Who has left, or ran out of time, is not looked at any more.
  if (status === 'aborted' || status === 'expired') return
  if (!scene.analyzedAt) {
    const analysis = await analyzeWithRetry(context, scene)
    await keepAnalysis(context, scene, analysis)
  }
  await answer(context, scene.identification)
}

async function analyzeWithRetry(context: AnalysisContext, scene: FoundScene): Promise<SceneAnalysis | null> {
  for (let tried = 1; tried <= ANALYSIS_TRIES; tried++) {
    const dataKey = await openDataKey(context, scene.identification)
    // It is anonymized: there is nothing to read any more.
    if (!dataKey) return null
    try {
      return await analyzeFrames(context, scene, dataKey)
    } catch (error) {
      const isAnonymized = (await openDataKey(context, scene.identification)) === null
      if (!isAnonymized) context.log.error({ scene: scene.id, tried, error }, 'analysis broke down')
    }
  }
  return null
}

async function analyzeFrames(
  context: AnalysisContext,
  scene: FoundScene,
  dataKey: DataKey,
): Promise<SceneAnalysis> {
  const vault = { storage: context.storage, dataKey }
  const kept = await findAssets(context.database, { scene: scene.id, kind: 'frame' })
  const frames = await Promise.all(
    kept.map(async (asset) => ({
      image: await decodeImage(await loadAsset(vault, asset)),
      timeMs: asset.time_ms ?? 0,
    })),
  )
  return context.analysts.analyze({
    scene: scene.name,
    frames,
    challenge: scene.challenge,
    light: scene.signals?.light ?? null,
    turnLight: scene.signals?.turnLight ?? null,
    today: context.clock.now().toISOString().slice(0, 10),
  })
}

async function keepAnalysis(
  context: AnalysisContext,
  scene: FoundScene,
  analysis: SceneAnalysis | null,
): Promise<void> {
  const pictures = await encodePictures(scene, analysis)
  const now = context.clock.now()
  await context.database.transaction().execute(async (transaction) => {
    const identification = await lockIdentification(transaction, { id: scene.identification })
    const dataKey = await openDataKey({ ...context, database: transaction }, identification.id)
    // It was anonymized meanwhile.
    if (!dataKey) return
    const shelf = { database: transaction, storage: context.storage, dataKey, clock: context.clock }
    for (const picture of pictures) {
      await keepAsset(shelf, {
        accountId: identification.account_id,
        identification: identification.id,
        identificationId: identification.identification_id,
        scene: scene.id,
        contentType: 'image/png',
        timeMs: null,
        ...picture,
      })
    }
    const facts = analysis && (await withCapture(transaction, analysis.facts, scene))
    await saveSceneFacts(transaction, scene.id, { facts, dataKey, now })
  })
}

/** What was noted while the stream came in stands with what the frames showed. */
async function withCapture(
  transaction: Transaction<Database>,
  facts: SceneFacts,
  scene: FoundScene,
): Promise<SceneFacts> {
  if (facts.kind !== 'face') return facts
  return { ...facts, signals: scene.signals, challengesDrawn: await countDraws(transaction, scene) }
}

async function encodePictures(
  scene: FoundScene,
  analysis: SceneAnalysis | null,
): Promise<{ kind: 'card' | 'face' | 'portrait' | 'signature'; bytes: Uint8Array }[]> {
  const pictures = [
    { kind: scene.name === 'face' ? ('face' as const) : ('card' as const), image: analysis?.crop },
    { kind: 'portrait' as const, image: analysis?.portrait },
    { kind: 'signature' as const, image: analysis?.signature },
  ]
  return Promise.all(
    pictures.flatMap(({ kind, image }) =>
      image ? [encodeImage(image).then((bytes) => ({ kind, bytes }))] : [],
    ),
  )
}
