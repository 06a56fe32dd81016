import { mkdir, rm } from 'node:fs/promises'
import { renewChallenge } from '../capture/challenge/renew-challenge.ts'
import type { LiveAttempt } from '../capture/live-attempt.ts'
import { LiveAttempts } from '../capture/live-attempts.ts'
import type { FilmedScene } from '../capture/record-scene.ts'
import { watchLeft } from '../capture/watch-left.ts'
import { judgeReach } from '../checks/light/judge-reach.ts'
import { createListener } from '../http/create-listener.ts'
import { addMediaRoutes } from '../http/media/media-routes.ts'
import { findLeft } from '../identifications/find-left.ts'
import { findLiveAttempt } from '../journey/find-live-attempt.ts'
import type { AnalysisContext, JourneyContext } from '../journey/journey-context.ts'
import { keepScene } from '../journey/keep-scene.ts'
import { lose } from '../journey/lose.ts'
import type { MediaServer } from '../platform/media/media.ts'

/** Bytes a request may have; offers, the only large ones, have a limit of their own. */
const BODY_LIMIT_BYTES = 1024

/** Takes the applicants' cameras in, on loopback; gives what ends it. */
export async function startMedia(options: {
  context: AnalysisContext
  media: MediaServer
  port: number
  /** Where recordings wait until they are kept; emptied at the start. */
  recordingFolder: string
}): Promise<() => Promise<void>> {
  const { context, media, port, recordingFolder } = options
  await rm(recordingFolder, { recursive: true, force: true })
  await mkdir(recordingFolder, { recursive: true, mode: 0o700 })
  const live = new LiveAttempts({
    media,
    recordingFolder,
    guide: (frame, request) => context.analysts.guide(frame, request),
    judgeLight: async (asked, signals) => judgeReach(asked, await context.analysts.readLight(asked, signals)),
    renewChallenge: (scene) => renewChallenge(context.database, scene),
    onSceneCaptured: async (filmed) => {
      await keepFilmed(context, filmed)
      context.log.info({ scene: filmed.sceneId, ...live.stats() }, 'scene captured')
    },
    onGone: async ({ attemptId }) => {
      await lose(context, attemptId)
    },
    nowMs: () => performance.now(),
    log: context.log,
  })
  const app = createListener({
    log: context.log,
    tls: null,
    clientCertificates: 'ignored',
    bodyLimitBytes: BODY_LIMIT_BYTES,
  })
  app.register(async (scope) => addMediaRoutes(scope, { live, findAttempt: attemptFinder(context) }))
  await app.listen({ host: '127.0.0.1', port })
  const stopWatching = watchLeft({
    live,
    findLeft: (ids) => findLeft(context.database, ids),
    log: context.log,
  })
  return async () => {
    stopWatching()
    await live.close()
    await app.close()
  }
}

async function keepFilmed(
  context: JourneyContext,
  { sceneId, frames, recording, signals }: FilmedScene,
): Promise<void> {
  await keepScene(context, { sceneId, frames, recording, signals })
}

function attemptFinder(context: JourneyContext) {
  return async (identificationId: string, attemptToken: string): Promise<LiveAttempt> => {
    const { attempt, scenes } = await findLiveAttempt(context, identificationId, attemptToken)
    return {
      attemptId: attempt.id,
      identificationId,
      scenes: scenes.map(({ id, name, challenge, captured_at }) => ({
        id,
        name,
        challenge,
        capturedAt: captured_at,
      })),
    }
  }
}
