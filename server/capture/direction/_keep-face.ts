import type { HeadPose } from '../../../domain/facts.ts'
import { changeOf, type FaceProgress } from './_face-progress.ts'
import { type KeptFrame, keepBest, keepSpaced } from './_kept-frames.ts'
import type { JudgedFrame } from './judged-frame.ts'

/** Frames kept of the face looking straight. */
const MOST_FRONTAL_FRAMES = 4
/** Frames kept along all turns; with the frontal ones and two in the light of the screen 18 in all. */
const MOST_TURN_FRAMES = 12
/** Where the two slots between straight and turned begin, as shares of the turn that counts. */
const BETWEEN = { near: 0.3, far: 0.65 }
/** What is kept of a turn, the most needed first: many turns leave room for fewer. */
const TURN_SLOTS = ['peak', 'far', 'back', 'near', 'turned'] as const

type TurnSlot = (typeof TURN_SLOTS)[number]

/** Whether a head between straight and turned was seen on the way; a swap of two pictures shows none. */
export function hasBetween({ evidence, turnIndex }: FaceProgress): boolean {
  return evidence.some(
    ({ slot }) => slot === slotName(turnIndex, 'near') || slot === slotName(turnIndex, 'far'),
  )
}

/** Keeps what the frame is needed for: straight, in the colours, or along a turn. */
export function keepFace(face: FaceProgress, judged: JudgedFrame, pose: HeadPose): readonly KeptFrame[] {
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

/** Where frames of a turn are kept. */
export function slotName(turnIndex: number, slot: TurnSlot | ''): string {
  return `turn-${turnIndex}-${slot}`
}
