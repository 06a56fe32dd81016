import type { TurnChallenge, TurnSide } from '../../../domain/challenge.ts'
import type { LightColour } from '../../../domain/faces/light.ts'
import type { HeadPose } from '../../../domain/facts.ts'
import { directLight, firstLight, type LightProgress } from './_direct-light.ts'
import { type KeptFrame, keepBest, keepSpaced } from './_kept-frames.ts'
import { type FacePresence, NOBODY, watchPresence } from './_watch-presence.ts'
import type { JudgedFrame } from './judged-frame.ts'

/** Frames kept of the face looking straight. */
const MOST_FRONTAL_FRAMES = 4
/** Frames kept along all turns; with the frontal ones and two in the light of the screen 18 in all. */
const MOST_TURN_FRAMES = 12
/** Good frames that make the frontal hold. */
const HOLD_FRAMES = 4
/** How long a covered face is asked to show itself; then it is filmed as it is, for a reviewer to see, ms. */
const COVERED_MS = 6000
/** Frames in which a turn must be seen, so that one misread pose does not make it. */
const TURNED_FRAMES = 2
/**
 * Changes of colour asked for while the head is held turned, where there are colours: the first two are surely seen on it before
 * it goes back, as each is seen some time after it was asked for.
 */
const HELD_CHANGES = 3
/** Degrees more than the challenge counts: the quick reading of a pose here and the exact one later differ. */
const TURN_MARGIN_DEGREES = 3
/** How long the applicant is told to go where it is darker before the colours are asked anew, ms. */
const DARKER_MS = 6000
/** Frames in which the head must be back. */
const BACK_FRAMES = 2
/** A head this close to its straight yaw is back, degrees. */
const BACK_YAW_DEGREES = 8
/** Times a turn is asked again when it was too fast for any frame between. */
const MOST_REPEATS = 2
/** Where the two slots between straight and turned begin, as shares of the turn that counts. */
const BETWEEN = { near: 0.3, far: 0.65 }
/** What is kept of a turn, the most needed first: many turns leave room for fewer. */
const TURN_SLOTS = ['peak', 'far', 'back', 'near', 'turned'] as const

type TurnSlot = (typeof TURN_SLOTS)[number]

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
  /** Those it goes on with from the first turn on, and how many came while the head was held turned. */
  turnLight: LightProgress
  heldChanges: number
  /** Which of the challenge's turns is being made. */
  turnIndex: number
  repeats: number
  /** A turn that was too fast is being taken back, to be made again. */
  isRepeating: boolean
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
    turnLight: firstLight(0),
    heldChanges: 0,
    turnIndex: 0,
    repeats: 0,
    isRepeating: false,
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

function isTurning(phase: FaceProgress['phase']): boolean {
  return phase === 'turning' || phase === 'returning'
}

/**
 * Takes one more judged frame of a face: the frontal hold, the colours, then each turn and back, one at a time. Once the face
 * is lost all begins anew: somebody else may come back, or a film be shown for the next part.
 */
export function directFace(before: FaceProgress, judged: JudgedFrame): FaceProgress {
  if (before.phase === 'done' || before.phase === 'lost') return before
  const { presence, isLost } = watchPresence(before.presence, judged)
  if (isLost) {
    const phase = before.phase === 'hold' ? 'hold' : 'lost'
    return { ...newFace(before.challenge), phase, progress: before.progress }
  }
  if (before.phase === 'bright') return waitForDark({ ...before, presence }, judged)
  const { pose, worth } = judged.guidance
  if (worth <= 0 || !pose) return { ...before, presence }
  const shone = goOnShining(before, judged, pose)
  const face = { ...shone, presence, evidence: keepFace(before, judged, pose) }
  const after = advance(face, judged, pose)
  return { ...after, progress: Math.max(before.progress, measureProgress(after)) }
}

/** Has the applicant go where it is darker; then all begins anew. What was filmed up to now is forgotten. */
export function sendToDark(face: FaceProgress, timeMs: number): FaceProgress {
  return { ...newFace(face.challenge), progress: face.progress, phase: 'bright', brightSinceMs: timeMs }
}

function waitForDark(face: FaceProgress, { timeMs }: JudgedFrame): FaceProgress {
  return timeMs - face.brightSinceMs < DARKER_MS ? face : { ...face, phase: 'lost' }
}

function advance(face: FaceProgress, judged: JudgedFrame, pose: HeadPose): FaceProgress {
  switch (face.phase) {
    case 'hold':
      return hold(face, judged, pose)
    case 'lit':
      return shine(face, judged, pose)
    case 'turning':
      return turn(face, changeOf(face, pose))
    case 'returning':
      return comeBack(face, changeOf(face, pose))
    case 'done':
    case 'bright':
    case 'lost':
      return face
  }
}

function hold(face: FaceProgress, { guidance, timeMs }: JudgedFrame, pose: HeadPose): FaceProgress {
  const isCovered = guidance.hint === 'face-covered'
  const coveredSinceMs = face.coveredSinceMs ?? (isCovered ? timeMs : null)
  const isAsItIs = isCovered && timeMs - (coveredSinceMs ?? timeMs) >= COVERED_MS
  if (guidance.hint !== 'good' && !isAsItIs) return { ...face, coveredSinceMs }
  const held = {
    ...face,
    coveredSinceMs,
    phaseFrames: face.phaseFrames + 1,
    straightYaws: [...face.straightYaws, pose.yaw],
  }
  if (held.phaseFrames < HOLD_FRAMES) return held
  const isLit = (face.challenge?.light ?? []).length > 0
  return isLit ? { ...held, phase: 'lit', light: firstLight(timeMs) } : nextTurn(held, 0)
}

function shine(face: FaceProgress, { timeMs }: JudgedFrame, pose: HeadPose): FaceProgress {
  const colours = face.challenge?.light?.length ?? 0
  const isStraight = Math.abs(changeOf(face, pose)) <= BACK_YAW_DEGREES
  const light = directLight(face.light, { timeMs, isStraight, colours })
  if (light.index < colours) return { ...face, light }
  return nextTurn({ ...face, light, turnLight: firstLight(timeMs) }, 0)
}

/** The colours go on while the head turns, whatever its angle: the face that answers them is the one that turns. */
function goOnShining(face: FaceProgress, { timeMs }: JudgedFrame, pose: HeadPose): FaceProgress {
  if (lightAsked(face) === null || !isTurning(face.phase)) return face
  const colours = face.challenge?.turnLight?.length ?? 0
  const turnLight = directLight(face.turnLight, { timeMs, isStraight: true, colours })
  const isHeld = face.phase === 'turning' && isTurned(face, changeOf(face, pose))
  const isChange = turnLight.index > face.turnLight.index
  return { ...face, turnLight, heldChanges: face.heldChanges + (isChange && isHeld ? 1 : 0) }
}

function isTurned(face: FaceProgress, change: number): boolean {
  return change >= (face.challenge?.minimumYawDegrees ?? 0) + TURN_MARGIN_DEGREES
}

function turn(face: FaceProgress, change: number): FaceProgress {
  if (!isTurned(face, change)) return face
  const phaseFrames = face.phaseFrames + 1
  // A turn that is to be made again needs no colours.
  const isSeen = lightAsked(face) === null || face.heldChanges >= HELD_CHANGES || !hasBetween(face)
  if (phaseFrames < TURNED_FRAMES || !isSeen) return { ...face, phaseFrames }
  const isTooFast = !hasBetween(face) && face.repeats < MOST_REPEATS
  const repeats = face.repeats + (isTooFast ? 1 : 0)
  return { ...face, phase: 'returning', phaseFrames: 0, isRepeating: isTooFast, repeats }
}

function comeBack(face: FaceProgress, change: number): FaceProgress {
  if (Math.abs(change) > BACK_YAW_DEGREES) return { ...face, phaseFrames: 0 }
  const phaseFrames = face.phaseFrames + 1
  if (phaseFrames < BACK_FRAMES) return { ...face, phaseFrames }
  if (!face.isRepeating) return nextTurn(face, face.turnIndex + 1)
  // The turn that was too fast must not be found before the one that counts.
  const evidence = face.evidence.filter(({ slot }) => !slot.startsWith(slotName(face.turnIndex, '')))
  return nextTurn({ ...face, evidence }, face.turnIndex)
}

function nextTurn(face: FaceProgress, turnIndex: number): FaceProgress {
  const isDone = turnIndex >= (face.challenge?.turns.length ?? 0)
  return {
    ...face,
    turnIndex,
    phase: isDone ? 'done' : 'turning',
    phaseFrames: 0,
    heldChanges: 0,
    isRepeating: false,
  }
}

/** Yaw from straight towards the side of the current turn, degrees; the applicant's left is positive yaw. */
function changeOf(face: FaceProgress, pose: HeadPose): number {
  const yaws = face.straightYaws.toSorted((a, b) => a - b)
  const straight = yaws[Math.floor(yaws.length / 2)] ?? 0
  return (pose.yaw - straight) * (face.challenge?.turns[face.turnIndex] === 'right' ? -1 : 1)
}

/** Whether a head between straight and turned was seen on the way; a swap of two pictures shows none. */
function hasBetween({ evidence, turnIndex }: FaceProgress): boolean {
  return evidence.some(
    ({ slot }) => slot === slotName(turnIndex, 'near') || slot === slotName(turnIndex, 'far'),
  )
}

function keepFace(face: FaceProgress, judged: JudgedFrame, pose: HeadPose): readonly KeptFrame[] {
  const { frame, timeMs, guidance } = judged
  const base = { frame, timeMs, rank: guidance.worth }
  if (face.phase === 'lit') return keepBest(face.evidence, { ...base, slot: litSlot(face) })
  if (face.phase === 'hold') {
    return keepSpaced(face.evidence, { ...base, slot: 'frontal' }, MOST_FRONTAL_FRAMES)
  }
  const change = changeOf(face, pose)
  const slot = turnSlot(face, change)
  if (!slot) return face.evidence
  const kept = keepBest(face.evidence, { ...base, slot: slotName(face.turnIndex, slot) })
  // The furthest frame shows the turn best, whatever its worth.
  const isPeak = slot === 'turned' && keepsSlot(face, 'peak')
  return isPeak ? keepBest(kept, { ...base, rank: change, slot: slotName(face.turnIndex, 'peak') }) : kept
}

/** In the early and in the late colours one frame each: they tell whose face it was that the colours lit. */
function litSlot({ light, challenge }: FaceProgress): string {
  return light.index < (challenge?.light?.length ?? 0) / 2 ? 'lit-early' : 'lit-late'
}

/** What a frame of a turn shows; frames between count on the way out alone. */
function turnSlot(face: FaceProgress, change: number): TurnSlot | null {
  const minimum = face.challenge?.minimumYawDegrees ?? 0
  const slot = slotOf(change / minimum, face.phase)
  return slot === 'turned' || (slot && keepsSlot(face, slot)) ? slot : null
}

function slotOf(share: number, phase: FaceProgress['phase']): TurnSlot | null {
  if (share >= 1) return 'turned'
  if (phase === 'returning') return Math.abs(share) < BETWEEN.near ? 'back' : null
  if (share >= BETWEEN.far) return 'far'
  return share >= BETWEEN.near ? 'near' : null
}

function keepsSlot({ challenge }: FaceProgress, slot: TurnSlot): boolean {
  const slots = Math.floor(MOST_TURN_FRAMES / Math.max(1, challenge?.turns.length ?? 1))
  return TURN_SLOTS.indexOf(slot) < slots
}

function slotName(turnIndex: number, slot: TurnSlot | ''): string {
  return `turn-${turnIndex}-${slot}`
}

/** The hold counts as one step, the colours as one, each turn and each way back as one. */
function measureProgress({ phase, phaseFrames, turnIndex, challenge, light }: FaceProgress): number {
  const colours = challenge?.light?.length ?? 0
  const before = colours > 0 ? 2 : 1
  const steps = before + 2 * (challenge?.turns.length ?? 0)
  if (phase === 'done') return 1
  if (phase === 'lost' || phase === 'bright') return 0
  if (phase === 'hold') return phaseFrames / HOLD_FRAMES / steps
  if (phase === 'lit') return (1 + light.index / colours) / steps
  return (before + 2 * turnIndex + (phase === 'returning' ? 1 : 0)) / steps
}
