import type { LiveMessage } from '../../domain/capture-plan.ts'
import type { SceneName } from '../../domain/scene.ts'
import type { CameraStream } from '../platform/media/media.ts'
import type { AskedChallenges } from './challenge/asked-challenges.ts'
import type { LiveAttempt, LiveListener } from './live-attempt.ts'
import type { SceneRecording } from './record-scene.ts'

/** Why a page hears no more. */
export type ClosedReason = Extract<LiveMessage, { type: 'closed' }>['reason']

/** One attempt: `waiting` for a stream, `live` with one, `gone` after it ended without a word. */
export interface LiveEntry {
  attempt: LiveAttempt
  state: 'waiting' | 'live' | 'gone'
  stream: CameraStream | null
  recording: SceneRecording | null
  /** How many scenes were begun; one that waited for its challenge while another began comes to nothing. */
  begun: number
  readonly challenges: AskedChallenges
  /** Whether the applicant was sent where it is darker. */
  wasTooBright: boolean
  /** A scene that was started before the stream came. */
  startLater: SceneName | null
  /** Scenes captured since their row was read. */
  captured: Set<number>
  listeners: Set<LiveListener>
  /** Since when nothing goes on, ms. */
  idleSinceMs: number
  /** Offers are answered one after the other. */
  publishing: Promise<unknown>
}

/** An attempt of which nothing has come yet. */
export function newEntry(
  attempt: LiveAttempt,
  { nowMs, challenges }: { nowMs: number; challenges: AskedChallenges },
): LiveEntry {
  return {
    attempt,
    state: 'waiting',
    stream: null,
    recording: null,
    begun: 0,
    challenges,
    wasTooBright: false,
    startLater: null,
    captured: new Set(),
    listeners: new Set(),
    idleSinceMs: nowMs,
    publishing: Promise.resolve(),
  }
}

/** Tells pages why they hear no more, and lets them go. */
export function dismiss(entry: LiveEntry, listeners: LiveListener[], reason: ClosedReason): void {
  for (const listener of listeners) {
    entry.listeners.delete(listener)
    listener.say({ type: 'closed', reason })
    listener.end()
  }
}
