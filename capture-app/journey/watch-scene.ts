import type { LiveMessage } from '../../domain/capture-plan.ts'
import type { SceneName } from '../../domain/scene.ts'
import { ApiFailure } from '../api/api-failure.ts'
import type { CaptureApi } from '../api/capture-api.ts'
import { type LiveEvent, readLive } from '../api/read-live.ts'
import type { Loss } from '../publish/publisher.ts'
import { LinkClosed } from './journey-ends.ts'
import type { Filmer } from './journey-parts.ts'
import type { Stage } from './stage.ts'
import { steadyHints } from './steady-hint.ts'

/** How a scene ends, as far as the page can tell. */
export type SceneEnd =
  | { kind: 'captured' }
  | { kind: 'timeout'; seen: 'nothing' | 'something' }
  | { kind: 'lost'; what: Loss }

/** A scene whose picture flows. */
export interface SceneWatch {
  api: Pick<CaptureApi, 'live' | 'startScene' | 'resume'>
  stage: Stage
  filmer: Pick<Filmer, 'onLoss'>
  token: string
  scene: SceneName
}

/**
 * Starts a scene at the server and shows what it says of the picture until the scene ends. The live
 * channel is open before the scene starts, so no message is missed. Throws ApiFailure or LinkClosed.
 */
export async function watchScene(watch: SceneWatch): Promise<SceneEnd> {
  const stop = new AbortController()
  let loss: Loss = 'connection'
  watch.filmer.onLoss((what) => {
    loss = what
    stop.abort()
  })
  const hints = steadyHints((hint) => watch.stage.update('filming', { hint }))
  try {
    for await (const event of readLive({ api: watch.api, token: watch.token, signal: stop.signal })) {
      if (event.type === 'hint' && event.scene === watch.scene) hints.take(event.hint)
      const end = await takeEvent(watch, event)
      if (end) return end
    }
  } catch (fault) {
    if (!(fault instanceof ApiFailure && fault.kind === 'unreachable')) throw fault
  } finally {
    hints.stop()
    stop.abort()
    watch.filmer.onLoss(() => {})
  }
  return { kind: 'lost', what: loss }
}

async function takeEvent(watch: SceneWatch, event: LiveEvent): Promise<SceneEnd | null> {
  if (event.type === 'opened') return event.time === 'first' ? startScene(watch) : catchUp(watch)
  if (event.type === 'closed') return takeClosed(event.reason)
  if (event.scene !== watch.scene) return null
  return takeMessage(watch, event)
}

function takeMessage(watch: SceneWatch, message: Exclude<LiveMessage, { type: 'closed' }>): SceneEnd | null {
  switch (message.type) {
    case 'hint':
      watch.stage.update('filming', { progress: message.progress })
      return null
    case 'turn':
      watch.stage.update('filming', { turn: message.turn })
      return null
    case 'light':
      watch.stage.update('filming', { light: message.colour })
      return null
    case 'captured':
      return { kind: 'captured' }
    case 'scene-timeout':
      return { kind: 'timeout', seen: message.seen }
  }
}

async function startScene(watch: SceneWatch): Promise<null> {
  await watch.api.startScene(watch.token, watch.scene)
  watch.stage.update('filming', { connection: 'open' })
  return null
}

/** Messages may have been missed: asks where the attempt stands and starts the scene again if it is not done. */
async function catchUp(watch: SceneWatch): Promise<SceneEnd | null> {
  const plan = await watch.api.resume(watch.token)
  if (plan.nextScene !== watch.scene) return { kind: 'captured' }
  return startScene(watch)
}

function takeClosed(reason: Extract<LiveMessage, { type: 'closed' }>['reason']): SceneEnd {
  if (reason === 'no-media') return { kind: 'lost', what: 'connection' }
  throw new LinkClosed(reason)
}
