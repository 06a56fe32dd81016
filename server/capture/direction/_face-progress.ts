import type { TurnChallenge, TurnSide } from '../../../domain/challenge.ts'
import type { LightColour, LightReach } from '../../../domain/faces/light.ts'
import type { TurnWay } from '../../../domain/faces/stream-signals.ts'
import type { HeadPose } from '../../../domain/facts.ts'
import { firstLight, type LightProgress } from './_direct-light.ts'
import type { KeptFrame } from './_kept-frames.ts'
import { NEW_WAY, type WayProgress } from './_turn-way.ts'
import { type FacePresence, NOBODY } from './_watch-presence.ts'

/** How far the filming of a face has come. */
export interface FaceProgress {
  kind: 'face'
  challenge: TurnChallenge | null
  /**
   * `lost` waits for another challenge: somebody may have been away to fetch a film that answers this one. `bright` comes
   * before it where the room outshines the colours.
   */
  phase: 'hold' | 'lit' | 'turning' | 'returning' | 'done' | 'bright' | 'lost'
  /** Since when it is too bright, ms. */
  brightSinceMs: number
  /** Since when the face was first seen covered, ms; null while it was not. */
  coveredSinceMs: number | null
  /** Frames that count towards the end of the phase. */
  phaseFrames: number
  /** The colours of the screen, shown before the turns. */
  light: LightProgress
  /** How well they reached the face. */
  lightReach: Extract<LightReach, 'enough' | 'weak'>
  /** Those it goes on with from the first turn on, and how many came while the head was held turned, or back again. */
  turnLight: LightProgress
  heldChanges: number
  /** Frames of the current turn in which the head was not turned. */
  wayFrames: number
  /** Which of the challenge's turns is being made. */
  turnIndex: number
  repeats: number
  /** A turn that was too fast is being taken back, to be made again. */
  isRepeating: boolean
  /** How the current turn was seen, and how those were that are through. */
  way: WayProgress
  ways: readonly TurnWay[]
  /** Yaws while looking straight, degrees: where straight is for this head and camera. */
  straightYaws: readonly number[]
  /** Whether the one face is still there: what follows must be of the same as what went before. */
  presence: FacePresence
  evidence: readonly KeptFrame[]
  /** 0-1; 1 when captured. */
  progress: number
}

/** A face of which nothing is seen yet. */
export function newFace(challenge: TurnChallenge | null): FaceProgress {
  return {
    kind: 'face',
    challenge,
    phase: 'hold',
    brightSinceMs: 0,
    coveredSinceMs: null,
    phaseFrames: 0,
    light: firstLight(0),
    lightReach: 'enough',
    turnLight: firstLight(0),
    heldChanges: 0,
    wayFrames: 0,
    turnIndex: 0,
    repeats: 0,
    isRepeating: false,
    way: NEW_WAY,
    ways: [],
    straightYaws: [],
    presence: NOBODY,
    evidence: [],
    progress: 0,
  }
}

/** The turn asked for now; null while the applicant looks straight. */
export function turnAsked({ phase, challenge, turnIndex }: FaceProgress): TurnSide | null {
  return phase === 'turning' ? (challenge?.turns[turnIndex] ?? null) : null
}

/** The colour asked of the screen now; null while there is none. */
export function lightAsked({ phase, challenge, light, turnLight }: FaceProgress): LightColour | null {
  if (phase === 'lit') return challenge?.light?.[light.index] ?? null
  return isTurning(phase) ? (challenge?.turnLight?.[turnLight.index] ?? null) : null
}

/** Whether a turn is being made or taken back. */
export function isTurning(phase: FaceProgress['phase']): boolean {
  return phase === 'turning' || phase === 'returning'
}

/** Yaw from straight towards the side of the current turn, degrees; the applicant's left is positive yaw. */
export function changeOf(face: FaceProgress, pose: HeadPose): number {
  const yaws = face.straightYaws.toSorted((a, b) => a - b)
  const straight = yaws[Math.floor(yaws.length / 2)] ?? 0
  return (pose.yaw - straight) * (face.challenge?.turns[face.turnIndex] === 'right' ? -1 : 1)
}
