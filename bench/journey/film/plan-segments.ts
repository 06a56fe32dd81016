import type { TurnSide } from '../../../domain/challenge.ts'
import { HeadMotion } from '../../../test/fakes/phone-page/head-motion.ts'
import type { Film } from '../../../test/people/film/film-person.ts'
import type { SegmentName } from './segment.ts'

/** Frames a second: what phones give, and what the capture app sends. */
export const FRAMES_PER_SECOND = 30
/** A hand sways slowly: each picture of a document stays this long, ms, as on the phone of the tests. */
const DOCUMENT_PICTURE_MS = 250
/** Length of the loop of a face that does not move, ms. */
const STILL_MS = 2000
/** A head that is not there by now never comes there, ms. */
const LONGEST_MOVE_MS = 5000

/** The pictures of each segment, one JPEG file a frame of the film. */
export type SegmentPlan = Partial<Record<SegmentName, string[]>>

/** Lays a film out in segments: loops of each scene, and turns to each side at the pace of the tests' phone. */
export function planSegments(film: Film): SegmentPlan {
  const left = moveHead('left')
  const right = moveHead('right')
  const show = (yaws: number[]) => yaws.map((yaw) => pictureAt(film, yaw))
  return {
    'document-front': swayingLoop(film.documentFront),
    ...(film.documentBack ? { 'document-back': swayingLoop(film.documentBack) } : {}),
    'face-straight': show(still(0)),
    'face-left-there': show(left.there),
    'face-left-held': show(still(left.peak)),
    'face-left-back': show(left.back),
    'face-right-there': show(right.there),
    'face-right-held': show(still(right.peak)),
    'face-right-back': show(right.back),
  }
}

function swayingLoop(pictures: string[]): string[] {
  const frames = framesIn(pictures.length * DOCUMENT_PICTURE_MS)
  return Array.from({ length: frames }, (_, index) => {
    const timeMs = (index * 1000) / FRAMES_PER_SECOND
    return pictures[Math.floor(timeMs / DOCUMENT_PICTURE_MS) % pictures.length]
  })
}

function still(yaw: number): number[] {
  return Array.from({ length: framesIn(STILL_MS) }, () => yaw)
}

/** Yaws of a turn, one a frame: to its peak, where the head rests, and back to straight. */
function moveHead(side: TurnSide): { there: number[]; peak: number; back: number[] } {
  const head = new HeadMotion()
  const yaws: number[] = []
  for (let index = 0; index < framesIn(2 * LONGEST_MOVE_MS); index++) {
    const isAsked = index < framesIn(LONGEST_MOVE_MS) / 2
    yaws.push(head.step(isAsked ? side : null, (index * 1000) / FRAMES_PER_SECOND))
  }
  const peak = side === 'left' ? Math.max(...yaws) : Math.min(...yaws)
  const firstMove = yaws.findIndex((yaw) => yaw !== 0)
  const lastPeak = yaws.lastIndexOf(peak)
  const end = yaws.indexOf(0, lastPeak)
  if (firstMove < 0 || end < 0) throw new Error(`The head does not turn ${side} and back`)
  return {
    there: yaws.slice(firstMove, yaws.indexOf(peak) + 1),
    peak,
    back: yaws.slice(lastPeak + 1, end + 1),
  }
}

function pictureAt({ face }: Film, yaw: number): string {
  return face.reduce((best, view) => (Math.abs(view.yaw - yaw) < Math.abs(best.yaw - yaw) ? view : best)).path
}

function framesIn(durationMs: number): number {
  return Math.round((durationMs * FRAMES_PER_SECOND) / 1000)
}
