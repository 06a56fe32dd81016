import { type KeptFrame, keepSpaced } from './_kept-frames.ts'
import type { JudgedFrame } from './judged-frame.ts'

/** Frames kept of a document side: reading votes over several. */
const MOST_FRAMES = 6
/** Good frames that make a side captured. */
const GOOD_FRAMES_WANTED = 4
/** Shortest scene, ms, so that its recording shows something. */
const SHORTEST_MS = 1500

/** How far the filming of a document side has come. */
export interface DocumentProgress {
  kind: 'document'
  goodFrames: number
  evidence: readonly KeptFrame[]
  /** 0-1; 1 when captured. */
  progress: number
}

/** A document side of which nothing is seen yet. */
export const NEW_DOCUMENT: DocumentProgress = { kind: 'document', goodFrames: 0, evidence: [], progress: 0 }

/** Takes one more judged frame of a document side. */
export function directDocument(before: DocumentProgress, judged: JudgedFrame): DocumentProgress {
  const { guidance, frame, timeMs } = judged
  if (guidance.worth <= 0) return before
  const goodFrames = before.goodFrames + (guidance.hint === 'good' ? 1 : 0)
  const candidate = { frame, timeMs, slot: 'side', rank: guidance.worth }
  return {
    kind: 'document',
    goodFrames,
    evidence: keepSpaced(before.evidence, candidate, MOST_FRAMES),
    progress: Math.min(1, goodFrames / GOOD_FRAMES_WANTED, (timeMs + 1) / SHORTEST_MS),
  }
}
