import type { TurnSide } from '../../../domain/challenge.ts'
import { HeadMotion } from '../../../test/fakes/phone-page/head-motion.ts'
import type { Film } from '../../../test/people/film/film-person.ts'
import type { SegmentName } from './segment.ts'

/** Frames a second: what phones give, and what the capture app sends. */
export const FRAMES_PER_SECOND = 30
/** A hand sways slowly: each picture of a document stays this long, ms, as on the phone of the tests. */
const DOCUMENT_PICTURE_MS = 250
/** Length of the loop of a face that looks straight, ms. */
const STRAIGHT_MS = 2000
/** A turn there and back takes 1.85 s; longer means that the head never came back. */
const LONGEST_TURN_MS = 4000

/** The pictures of each segment, one JPEG file a frame of the film. */
export type SegmentPlan = Partial<Record<SegmentName, string[]>>

/** Lays a film out in segments: loops of each scene, and a turn to each side at the pace of the tests' phone. */
export function planSegments(film: Film): SegmentPlan {
  return {
    'document-front': swayingLoop(film.documentFront),
    ...(film.documentBack ? { 'document-back': swayingLoop(film.documentBack) } : {}),
    'face-straight': Array.from({ length: framesIn(STRAIGHT_MS) }, () => pictureAt(film, 0)),
    'face-left': turnOnce(film, 'left'),
    'face-right': turnOnce(film, 'right'),
  }
}

function swayingLoop(pictures: string[]): string[] {
  const frames = framesIn(pictures.length * DOCUMENT_PICTURE_MS)
  return Array.from({ length: frames }, (_, index) => {
    const timeMs = (index * 1000) / FRAMES_PER_SECOND
    return pictures[Math.floor(timeMs / DOCUMENT_PICTURE_MS) % pictures.length]
  })
}

function turnOnce(film: Film, side: TurnSide): string[] {
  const head = new HeadMotion()
  const pictures: string[] = []
  for (let index = 0; index < framesIn(LONGEST_TURN_MS); index++) {
    const yaw = head.step(side, (index * 1000) / FRAMES_PER_SECOND)
    pictures.push(pictureAt(film, yaw))
    // The first frames look straight as well.
    if (index > FRAMES_PER_SECOND && yaw === 0) return pictures
  }
  throw new Error('The head does not come back')
}

function pictureAt({ face }: Film, yaw: number): string {
  return face.reduce((best, view) => (Math.abs(view.yaw - yaw) < Math.abs(best.yaw - yaw) ? view : best)).path
}

function framesIn(durationMs: number): number {
  return Math.round((durationMs * FRAMES_PER_SECOND) / 1000)
}
