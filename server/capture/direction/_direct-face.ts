import { isWayBroken } from '../../../domain/faces/is-way-broken.ts'
import type { HeadPose } from '../../../domain/facts.ts'
import { directLight, firstLight } from './_direct-light.ts'
import { changeOf, type FaceProgress, isTurning, lightAsked, newFace } from './_face-progress.ts'
import { hasBetween, keepFace, slotName } from './_keep-face.ts'
import { followWay, missFace, NEW_WAY } from './_turn-way.ts'
import { watchPresence } from './_watch-presence.ts'
import type { JudgedFrame } from './judged-frame.ts'

/** Good frames that make the frontal hold. */
const HOLD_FRAMES = 4
/** How long a covered face is asked to show itself; then it is filmed as it is, for a reviewer to see, ms. */
const COVERED_MS = 6000
/** Frames in which a turn must be seen, so that one misread pose does not make it. */
const TURNED_FRAMES = 2
/**
 * Changes of colour asked for while the head is held turned, where there are colours: all but the last are surely seen on it before
 * it goes back, as each is seen some time after it was asked for. In a bright room there are more, and some while it is back.
 */
const HELD_CHANGES = { enough: { turned: 3, back: 0 }, weak: { turned: 5, back: 3 } } as const
/**
 * Frames of each turn in which the head is not turned, where there are colours: those ways are read by themselves, and at fewer than
 * four frames a second nearly all of them must be seen once it is back.
 */
const WAY_FRAMES = 8
/** Degrees more than the challenge counts: the quick reading of a pose here and the exact one later differ. */
const TURN_MARGIN_DEGREES = 3
/** How long the applicant is told to go where it is darker before the colours are asked anew, ms. */
const DARKER_MS = 6000
/** Frames in which the head must be back. */
const BACK_FRAMES = 2
/** A head this close to its straight yaw is back, degrees. */
const BACK_YAW_DEGREES = 8
/** Times each turn is asked again when it was too fast for any frame between, or broken off on its way. */
const MOST_REPEATS = 2

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
  if (!pose) return { ...before, presence, way: missFace(before.way) }
  const way = followWay(
    before.way,
    { yaw: pose.yaw, timeMs: judged.timeMs },
    before.phase === 'returning' ? 'back' : 'there',
  )
  if (worth <= 0) return { ...before, presence, way }
  const shone = goOnShining(before, judged, pose)
  const face = { ...shone, presence, way, evidence: keepFace(before, judged, pose) }
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
  const isSeen = Math.abs(changeOf(face, pose)) <= BACK_YAW_DEGREES
  const light = directLight(face.light, { timeMs, isSeen, of: 'straight', colours })
  if (light.index < colours) return { ...face, light }
  return nextTurn({ ...face, light, turnLight: firstLight(timeMs) }, 0)
}

/** The colours go on while the head turns, whatever its angle: the face that answers them is the one that turns. */
function goOnShining(face: FaceProgress, { timeMs }: JudgedFrame, pose: HeadPose): FaceProgress {
  if (lightAsked(face) === null || !isTurning(face.phase)) return face
  const colours = face.challenge?.turnLight?.length ?? 0
  const turnLight = directLight(face.turnLight, { timeMs, isSeen: true, of: 'turning', colours })
  const change = changeOf(face, pose)
  const isHeld = face.phase === 'turning' ? isTurned(face, change) : Math.abs(change) <= BACK_YAW_DEGREES
  const isChange = turnLight.index > face.turnLight.index
  const isWay = change < (face.challenge?.minimumYawDegrees ?? 0)
  return {
    ...face,
    turnLight,
    heldChanges: face.heldChanges + (isChange && isHeld ? 1 : 0),
    wayFrames: face.wayFrames + (isWay ? 1 : 0),
  }
}

function isTurned(face: FaceProgress, change: number): boolean {
  return change >= (face.challenge?.minimumYawDegrees ?? 0) + TURN_MARGIN_DEGREES
}

function turn(face: FaceProgress, change: number): FaceProgress {
  if (!isTurned(face, change)) return face
  const phaseFrames = face.phaseFrames + 1
  const isUnseen = !hasBetween(face) || isWayBroken(face.way.seen)
  const isRepeating = isUnseen && face.repeats < MOST_REPEATS
  // A turn that is to be made again needs no colours.
  const isLit = isHeldLong(face, 'turned') || isRepeating
  if (phaseFrames < TURNED_FRAMES || !isLit) return { ...face, phaseFrames }
  return { ...face, phase: 'returning', phaseFrames: 0, heldChanges: 0, isRepeating }
}

function isHeldLong(face: FaceProgress, where: 'turned' | 'back'): boolean {
  return lightAsked(face) === null || face.heldChanges >= HELD_CHANGES[face.lightReach][where]
}

function comeBack(face: FaceProgress, change: number): FaceProgress {
  if (Math.abs(change) > BACK_YAW_DEGREES) return { ...face, phaseFrames: 0 }
  const phaseFrames = face.phaseFrames + 1
  if (phaseFrames < BACK_FRAMES) return { ...face, phaseFrames }
  const isSeen = lightAsked(face) === null || face.wayFrames >= WAY_FRAMES
  if (!face.isRepeating && !(isHeldLong(face, 'back') && isSeen)) return { ...face, phaseFrames }
  const isBroken = isWayBroken(face.way.seen) && face.repeats < MOST_REPEATS
  const ways = [...face.ways, face.way.seen]
  if (!face.isRepeating && !isBroken) return nextTurn({ ...face, ways, repeats: 0 }, face.turnIndex + 1)
  // The turn that was too fast must not be found before the one that counts.
  const evidence = face.evidence.filter(({ slot }) => !slot.startsWith(slotName(face.turnIndex, '')))
  return nextTurn({ ...face, evidence, repeats: face.repeats + 1 }, face.turnIndex)
}

function nextTurn(face: FaceProgress, turnIndex: number): FaceProgress {
  const isDone = turnIndex >= (face.challenge?.turns.length ?? 0)
  return {
    ...face,
    turnIndex,
    phase: isDone ? 'done' : 'turning',
    phaseFrames: 0,
    heldChanges: 0,
    wayFrames: 0,
    isRepeating: false,
    way: { ...NEW_WAY, last: face.way.last },
  }
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
