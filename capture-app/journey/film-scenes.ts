import type { AbortRequest, CapturePlan } from '../../domain/capture-plan.ts'
import type { SceneName } from '../../domain/scene.ts'
import { CAMERA_EXITS, CameraFailure } from '../camera/camera-problem.ts'
import type { PlannedScene } from '../camera/open-camera.ts'
import { Leaving } from './journey-ends.ts'
import type { Filmer, JourneyParts } from './journey-parts.ts'
import { keepTrying } from './keep-trying.ts'
import type { FilmingProps, SceneStep } from './screens.ts'
import { watchScene } from './watch-scene.ts'

/** How long the check mark of the last scene stands, since nothing is left to press. */
const LAST_CHECK_MARK_MS = 1200

/** Leaving because the server could not capture a scene in time (API text, "Step 3"). */
const TIMEOUT_EXITS: Readonly<Record<SceneName, AbortRequest>> = {
  'document-front': { returnReason: 'doc_instructions_not_followed', errorType: 'challenge_timeout' },
  'document-back': { returnReason: 'doc_instructions_not_followed', errorType: 'challenge_timeout' },
  face: { returnReason: 'face_instructions_not_followed', errorType: 'challenge_timeout' },
}

/** An attempt being filmed. */
export interface Filming {
  parts: JourneyParts
  plan: CapturePlan
  filmer: Filmer
}

/**
 * Films every scene of the plan that is not captured yet, the first one after the camera has been
 * explained and allowed. Throws ApiFailure, Leaving or LinkClosed.
 */
export async function filmScenes(filming: Filming, visit: 'first' | 'resumed'): Promise<void> {
  const { plan, parts } = filming
  const from = plan.scenes.findIndex((scene) => scene.name === plan.nextScene)
  if (from < 0) return
  await explainCamera(filming, plan.scenes[from], visit)
  for (let index = from; index < plan.scenes.length; index += 1) {
    const step = stepOf(plan, index)
    await filmScene(filming, plan.scenes[index], step)
    const next = plan.scenes[index + 1]?.name ?? null
    const pressed = parts.stage.show('captured', { ...step, next })
    await (next ? pressed : wait(LAST_CHECK_MARK_MS))
  }
}

async function explainCamera(
  filming: Filming,
  scene: PlannedScene,
  visit: 'first' | 'resumed',
): Promise<void> {
  const { stage } = filming.parts
  await stage.show('camera-permission', { document: filming.plan.document, visit, camera: 'untouched' })
  stage.update('camera-permission', { camera: 'asked' })
  await openCamera(filming, scene)
}

function stepOf(plan: CapturePlan, index: number): SceneStep {
  return {
    scene: plan.scenes[index].name,
    document: plan.document,
    step: index + 1,
    steps: plan.scenes.length,
  }
}

async function filmScene(filming: Filming, scene: PlannedScene, step: SceneStep): Promise<void> {
  for (let notice: FilmingProps['notice'] = 'none'; ; ) {
    await openPicture(filming, scene, { ...step, notice })
    const { api, stage } = filming.parts
    const token = filming.plan.attemptToken
    const end = await watchScene({ api, stage, filmer: filming.filmer, token, scene: scene.name })
    if (end.kind === 'captured') return
    if (end.kind === 'timeout') {
      const answer = await stage.show('scene-timeout', { ...step, seen: end.seen })
      if (answer === 'leave') throw new Leaving(TIMEOUT_EXITS[scene.name])
      notice = 'none'
    } else if (end.what === 'connection') {
      void stage.show('connection-lost', { phase: 'reconnecting' })
      await filming.filmer.disconnect()
      notice = 'reconnected'
    }
  }
}

/** Camera first, so that the applicant sees the picture while the connection comes up. */
async function openPicture(
  filming: Filming,
  scene: PlannedScene,
  step: SceneStep & Pick<FilmingProps, 'notice'>,
): Promise<void> {
  const { stage } = filming.parts
  const stream = await openCamera(filming, scene)
  const picture: FilmingProps = {
    ...step,
    stream,
    connection: 'opening',
    hint: null,
    progress: 0,
    turn: null,
    light: null,
  }
  if (stage.current.name !== 'connection-lost') void stage.show('filming', picture)
  await keepTrying(stage, () => filming.filmer.connect())
  if (stage.current.name !== 'filming') void stage.show('filming', { ...picture, notice: 'reconnected' })
}

async function openCamera(filming: Filming, scene: PlannedScene): Promise<MediaStream> {
  for (;;) {
    try {
      return await filming.filmer.useCamera(scene)
    } catch (fault) {
      if (!(fault instanceof CameraFailure)) throw fault
      const answer = await filming.parts.stage.show('camera-problem', { problem: fault.problem })
      if (answer === 'leave') throw new Leaving(CAMERA_EXITS[fault.problem])
    }
  }
}

function wait(waitMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, waitMs))
}
