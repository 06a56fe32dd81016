import type { TurnChallenge, TurnSide } from '../../../domain/challenge.ts'
import { isStepTooFar } from '../../../domain/faces/is-way-broken.ts'
import type { LightColour } from '../../../domain/faces/light.ts'
import type { HeadPose } from '../../../domain/facts.ts'
import type { Guidance, GuidanceRequest } from '../../../domain/guidance.ts'
import type { Hint } from '../../../domain/hint.ts'
import type { Quad } from '../../../domain/image.ts'
import type { SceneName } from '../../../domain/scene.ts'
import { type DocumentProgress, directDocument, NEW_DOCUMENT } from './_direct-document.ts'
import { directFace, sendToDark } from './_direct-face.ts'
import { type FaceProgress, lightAsked, newFace, turnAsked } from './_face-progress.ts'
import { hasBetween } from './_keep-face.ts'
import type { KeptFrame } from './_kept-frames.ts'
import { NO_HINT, type SteadyHint, smoothHint } from './_smooth-hint.ts'
import type { JudgedFrame } from './judged-frame.ts'

/** Longest scene, ms; then the best that was seen is taken. */
export const SCENE_LIMIT_MS: Readonly<Record<SceneName, number>> = {
  'document-front': 25_000,
  'document-back': 25_000,
  face: 60_000,
}

/** A way to where it is darker, and a face filmed there from the hold to the last turn, ms. */
const ANEW_MS = 30_000

/** Quads of frames further apart than this say nothing of the hand's stillness, ms. */
const STILLNESS_MS = 400

/** A scene being filmed, after some frames. Nothing in it changes; each frame makes a new one. */
export interface SceneDirection {
  readonly scene: SceneName
  /** What to tell the applicant; null before the first frame. */
  readonly hint: Hint | null
  /** How far the scene has come, 0-1. */
  readonly progress: number
  /** The turn asked for now; null while there is none. */
  readonly turn: TurnSide | null
  /** The colour the screen shows now; null while there is none. */
  readonly light: LightColour | null
  /** The frames to keep as evidence, at most 6 of a document side and 18 of a face. */
  readonly evidence: readonly KeptFrame[]
  readonly outcome: 'filming' | 'captured' | 'nothing-seen'
  readonly steady: SteadyHint
  readonly filmed: DocumentProgress | FaceProgress
  readonly lastPose: { pose: HeadPose; timeMs: number } | null
  readonly lastQuad: { quad: Quad; timeMs: number } | null
}

/** The direction of a scene before its first frame; a face scene turns as its challenge says. */
export function beginScene(scene: SceneName, challenge: TurnChallenge | null): SceneDirection {
  return {
    scene,
    hint: null,
    progress: 0,
    turn: null,
    light: null,
    evidence: [],
    outcome: 'filming',
    steady: NO_HINT,
    filmed: scene === 'face' ? newFace(challenge) : NEW_DOCUMENT,
    lastPose: null,
    lastQuad: null,
  }
}

/** Whether the face was lost after something was asked: it is asked anew, but not the same again. */
export function wantsChallenge({ filmed, outcome }: SceneDirection): boolean {
  return outcome === 'filming' && filmed.kind === 'face' && filmed.phase === 'lost'
}

/** Whether a frame has ended the colours, and time is left to go where it is darker and film all of it again. */
export function hasShone(
  before: SceneDirection,
  { filmed, outcome, scene }: SceneDirection,
  timeMs: number,
): boolean {
  const wasLit = before.filmed.kind === 'face' && before.filmed.phase === 'lit'
  const isThrough = wasLit && filmed.kind === 'face' && filmed.phase === 'turning'
  return isThrough && outcome === 'filming' && SCENE_LIMIT_MS[scene] - timeMs >= ANEW_MS
}

/** Tells the applicant that the room is too bright for the colours; some seconds later the scene wants another challenge. */
export function leaveBrightness(direction: SceneDirection, timeMs: number): SceneDirection {
  if (direction.filmed.kind !== 'face') return direction
  const filmed = sendToDark(direction.filmed, timeMs)
  return {
    ...direction,
    filmed,
    turn: null,
    light: null,
    evidence: [],
    hint: 'too-bright',
    steady: smoothHint(NO_HINT, 'too-bright'),
  }
}

/** Has the turned head, and the one that is back, held for more colours: the room leaves little of each. */
export function holdLonger(direction: SceneDirection): SceneDirection {
  const { filmed } = direction
  return filmed.kind === 'face' ? { ...direction, filmed: { ...filmed, lightReach: 'weak' } } : direction
}

/** Begins a face scene anew with another challenge; its time runs on. */
export function askAnew(direction: SceneDirection, challenge: TurnChallenge): SceneDirection {
  const filmed = { ...newFace(challenge), progress: direction.progress }
  return { ...direction, filmed }
}

/** What the next frame is to be judged for. */
export function guidanceRequest(direction: SceneDirection, timeMs: number): GuidanceRequest {
  const { scene, turn, light, lastPose, lastQuad } = direction
  if (scene === 'face') {
    const previous = lastPose && { pose: lastPose.pose, elapsedMs: timeMs - lastPose.timeMs }
    return light ? { scene, turn, light, previous } : { scene, turn, previous }
  }
  const isRecent = lastQuad !== null && timeMs - lastQuad.timeMs <= STILLNESS_MS
  return { scene, turn: null, previousQuad: isRecent ? lastQuad.quad : null }
}

/** Takes one more judged frame: hint, progress, turn, evidence, and whether the scene is over. */
export function directScene(direction: SceneDirection, judged: JudgedFrame): SceneDirection {
  if (direction.outcome !== 'filming') return direction
  const { guidance, timeMs } = judged
  const filmed =
    direction.filmed.kind === 'face'
      ? directFace(direction.filmed, judged)
      : directDocument(direction.filmed, judged)
  const turn = filmed.kind === 'face' ? turnAsked(filmed) : null
  // Another request makes another hint at once: the old one would send the head the wrong way.
  const steady = smoothHint(turn === direction.turn ? direction.steady : NO_HINT, hintFor(filmed, guidance))
  const directed: SceneDirection = {
    scene: direction.scene,
    hint: steady.shown,
    progress: filmed.progress,
    turn,
    light: filmed.kind === 'face' ? lightAsked(filmed) : null,
    evidence: filmed.evidence,
    outcome: filmed.progress >= 1 ? 'captured' : 'filming',
    steady,
    filmed,
    lastPose: guidance.pose ? { pose: guidance.pose, timeMs } : direction.lastPose,
    lastQuad: guidance.quad ? { quad: guidance.quad, timeMs } : null,
  }
  return expireScene(directed, timeMs)
}

/** Ends a scene at its time limit: with the best that was seen of it, or with nothing. */
export function expireScene(direction: SceneDirection, timeMs: number): SceneDirection {
  if (direction.outcome !== 'filming' || timeMs < SCENE_LIMIT_MS[direction.scene]) return direction
  return { ...direction, outcome: direction.evidence.length > 0 ? 'captured' : 'nothing-seen' }
}

/** The frame was judged for what was asked before it; when that has just changed, the new request goes first. */
function hintFor(filmed: DocumentProgress | FaceProgress, guidance: Guidance): Hint {
  if (filmed.kind === 'face' && filmed.phase === 'bright') return 'too-bright'
  if (filmed.kind === 'document' || guidance.pose === null) return guidance.hint
  if (filmed.isRepeating) return isTooFast(filmed) ? 'too-fast' : 'look-straight'
  const isTurnHint = ['turn-left', 'turn-right', 'look-straight', 'good'].includes(guidance.hint)
  if (!isTurnHint) return guidance.hint
  const asked = turnAsked(filmed)
  if (asked) return turnHint(asked, filmed, guidance.hint)
  return filmed.phase === 'returning' ? backHint(filmed) : guidance.hint
}

/** Why a turn is to be made again: for its pace, or because the face was out of sight. */
function isTooFast(face: FaceProgress): boolean {
  return isStepTooFar(face.way.seen) || !hasBetween(face)
}

function backHint({ lightReach, phaseFrames }: FaceProgress): Hint {
  return lightReach === 'weak' && phaseFrames > 0 ? 'hold-still' : 'look-straight'
}

function turnHint(asked: TurnSide, filmed: FaceProgress, hint: Hint): Hint {
  if (hint !== 'good') return hint === 'look-straight' ? TURN_HINTS[asked] : hint
  // Turned far enough, while the colours that are to be seen there are not yet through.
  return lightAsked(filmed) ? 'hold-still' : TURN_HINTS[asked]
}

const TURN_HINTS: Readonly<Record<TurnSide, Hint>> = { left: 'turn-left', right: 'turn-right' }
