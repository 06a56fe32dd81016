import type { SceneFacts } from '../../../domain/facts.ts'
import type { SceneName } from '../../../domain/scene.ts'
import { findLatestAttempt } from '../../../server/capture/find-attempt.ts'
import { finishAttempt } from '../../../server/capture/finish-attempt.ts'
import { markSceneCaptured, saveSceneFacts } from '../../../server/capture/mark-scene.ts'
import { openDataKey } from '../../../server/identifications/open-data-key.ts'
import { answer } from '../../../server/journey/answer.ts'
import type { JourneyContext } from '../../../server/journey/journey-context.ts'

/** Has an attempt that began filmed, analysed with the facts of each scene, finished and answered. */
export async function answerAttempt(
  context: JourneyContext,
  identification: number,
  factsOf: (scene: SceneName) => SceneFacts,
): Promise<void> {
  const dataKey = await openDataKey(context, identification)
  const found = await findLatestAttempt(context.database, identification)
  if (!dataKey || !found) throw new Error('The identification has not begun')
  const now = new Date()
  for (const scene of found.scenes) {
    await markSceneCaptured(context.database, scene.id, now)
    await saveSceneFacts(context.database, scene.id, { facts: factsOf(scene.name), dataKey, now })
  }
  await finishAttempt(context.database, found.attempt.id, now)
  await answer(context, identification)
}
